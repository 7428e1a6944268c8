import { WSDL } from "soap";
import { z } from "zod";

/** One operation as the vendor describes it. */
export type SoapOperation = {
  name: string;
  endpoint: string;
  soapAction: string;
  namespace: string;
  /** The element around the parts: the operation (rpc) or the message's element (document). */
  wrapper: string;
  use: "encoded" | "literal";
  /** Whether the parts belong to the namespace too; those of rpc belong to none. */
  areQualified: boolean;
  parts: readonly string[];
};

/** The operations of a WSDL by their name in lower case. */
export type ServiceDescription = ReadonlyMap<string, SoapOperation>;

const named = z.record(z.string(), z.unknown());

const method = z.object({
  soapAction: z.string().default(""),
  style: z.string().default("document"),
  inputSoap: z.object({ use: z.string().optional() }).nullish(),
  input: z.object({ $name: z.string(), targetNamespace: z.string().optional(), parts: named.nullish() }),
});
const port = z.object({ location: z.url({ protocol: /^https?$/ }), binding: z.object({ methods: z.record(z.string(), method) }) });
const definitions = z.object({
  $targetNamespace: z.string(),
  messages: z.record(z.string(), z.object({ parts: named.nullish() })),
  schemas: z.record(z.string(), z.object({ $elementFormDefault: z.string().optional() })),
  services: z.record(z.string(), z.object({ ports: z.record(z.string(), port) })),
});

/** A password never goes over an open line because a WSDL behind a proxy names its own address without the s. */
function keepSecure(endpoint: string, wsdlAddress: string): string {
  return wsdlAddress.startsWith("https:") ? endpoint.replace(/^http:/i, "https:") : endpoint;
}

/** What the reader puts among the parts of a document message that is no part. */
const notParts = new Set(["targetNSAlias", "targetNamespace"]);

type Definitions = z.infer<typeof definitions>;

function describeOperation(name: string, endpoint: string, { input, inputSoap, soapAction, style }: z.infer<typeof method>, { $targetNamespace, messages, schemas }: Definitions): SoapOperation {
  const namespace = input.targetNamespace ?? $targetNamespace;
  const isRpc = style === "rpc";
  // The reader files a document message under the name of its element.
  const parts = input.parts ?? messages[input.$name]?.parts ?? {};
  return {
    name,
    endpoint,
    soapAction,
    namespace,
    wrapper: isRpc ? name : input.$name,
    use: inputSoap?.use === "encoded" ? "encoded" : "literal",
    areQualified: !isRpc && schemas[namespace]?.$elementFormDefault === "qualified",
    parts: Object.keys(parts).filter((part) => !notParts.has(part)),
  };
}

/**
 * Lets the `soap` package read a WSDL and takes from it what a call needs. Schemas elsewhere are not fetched: they describe
 * types, and the package would load them without a time-out.
 * @throws Error when it is no WSDL, declares entities, or describes no service over HTTP
 */
export async function readWsdl(text: string, address: string): Promise<ServiceDescription> {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new Error("A document type declaration is not allowed");
  const alone = text.replace(/\sschemaLocation\s*=\s*(?:"[^"]*"|'[^']*')/gi, "");
  const wsdl = new WSDL(alone, address, { wsdl_options: { overrideImportLocation: refuseImport } });
  await new Promise<void>((resolve, reject) => wsdl.onReady((error: unknown) => (error instanceof Error ? reject(error) : resolve())));
  const described = definitions.parse(wsdl.definitions);
  const operations = Object.values(described.services).flatMap(({ ports }) =>
    Object.values(ports).flatMap(({ location, binding }) =>
      Object.entries(binding.methods).map(([name, one]) => describeOperation(name, keepSecure(location, address), one, described)),
    ),
  );
  if (operations.length === 0) throw new Error("The WSDL describes no operation");
  return new Map(operations.map((operation) => [operation.name.toLowerCase(), operation]));
}

function refuseImport(location: string): never {
  throw new Error(`The WSDL imports another one: ${location}`);
}
