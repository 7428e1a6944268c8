import type { VendorContext } from "@/lib/connectors/connector";
import { cashFailure } from "../failures";
import { converse } from "../wire/converse";
import { collectText } from "../wire/decode-text";
import { readWsdl, type ServiceDescription } from "./read-wsdl";

/** Milliseconds for which a WSDL is used again without being fetched. */
const lifetime = 60 * 60_000;
const greatestLength = 1_000_000;
/** Addresses remembered at the same time: one installation knows a handful. */
const greatestCount = 50;

const loaded = new Map<string, { description: ServiceDescription; until: number }>();

/**
 * The operations that the WSDL at this address describes, fetched at most once an hour.
 * @throws AppError as every request, and vendor_nonsense when what comes is no WSDL
 */
export async function loadWsdl(context: VendorContext, address: string): Promise<ServiceDescription> {
  const now = context.timing.now().getTime();
  const known = loaded.get(address);
  if (known !== undefined && known.until > now) return known.description;
  const description = await fetchWsdl(context, address);
  if (loaded.size >= greatestCount) loaded.clear();
  loaded.set(address, { description, until: now + lifetime });
  return description;
}

/** Lets the next call fetch this WSDL again. */
export function forgetWsdl(address: string): void {
  loaded.delete(address);
}

async function fetchWsdl(context: VendorContext, address: string): Promise<ServiceDescription> {
  const request = { method: "GET", address, headers: { Accept: "text/xml, application/xml" }, body: "" } as const;
  const found = converse(context, { operation: "wsdl", request, secrets: [] }, async function* ({ isFault, texts }) {
    if (isFault) throw cashFailure("vendor_error", { detail: { status: 500 } });
    const text = await collectText(texts, greatestLength);
    if (text === null) throw cashFailure("vendor_nonsense", { detail: "the WSDL is too long" });
    yield await readWsdl(text, address).catch((error: unknown) => {
      throw cashFailure("vendor_nonsense", { cause: error, detail: error instanceof Error ? error.message : String(error) });
    });
  });
  for await (const description of found) return description;
  throw cashFailure("vendor_nonsense", { detail: "no WSDL" });
}
