/** The two published forms of the vendor's interface. */
export type WsdlVersion = "2015" | "3.0";

export const operationNames = ["Authenticate", "ListAdministrations", "Export", "Import", "GetTransaction"] as const;
export type OperationName = (typeof operationNames)[number];

export interface Part {
  readonly name: string;
  readonly type: "xsd:string" | "tns:Administration" | "tns:Response" | "tns:Transaction" | "tns:AdministrationList";
}

export interface Signature {
  readonly operation: OperationName;
  /** The name on the wire. */
  readonly name: string;
  readonly request: readonly Part[];
  readonly answer: readonly Part[];
}

function texts(...names: readonly string[]): readonly Part[] {
  return names.map((name) => ({ name, type: "xsd:string" }));
}

const administration: Part = { name: "administration", type: "tns:Administration" };
const response: Part = { name: "response", type: "tns:Response" };

const answers: Readonly<Record<OperationName, readonly Part[]>> = {
  Authenticate: [response, ...texts("token")],
  ListAdministrations: [response, { name: "administrationList", type: "tns:AdministrationList" }],
  Export: [response, ...texts("exportResult")],
  Import: [response, { name: "transaction", type: "tns:Transaction" }],
  GetTransaction: [response, { name: "transaction", type: "tns:Transaction" }],
};

/** `?api/wsdl`: a token from Authenticate goes first in every other call. */
const signatures2015: readonly Signature[] = [
  { operation: "Authenticate", name: "Authenticate", request: texts("relation", "email", "password", "service"), answer: answers.Authenticate },
  { operation: "ListAdministrations", name: "ListAdministrations", request: texts("token"), answer: answers.ListAdministrations },
  { operation: "Export", name: "Export", request: [...texts("token", "command"), administration], answer: answers.Export },
  { operation: "Import", name: "Import", request: [...texts("token", "xml"), administration], answer: answers.Import },
  { operation: "GetTransaction", name: "GetTransaction", request: texts("token", "id"), answer: answers.GetTransaction },
];

const login = ["token", "relatie", "email", "pass"] as const;

/** `?api/3.0/wsdl`: an empty token and the credentials in every call. */
const signatures3: readonly Signature[] = [
  { operation: "Authenticate", name: "authenticate", request: texts("relatie", "email", "pass", "service"), answer: answers.Authenticate },
  { operation: "ListAdministrations", name: "listAdministrations", request: texts(...login), answer: answers.ListAdministrations },
  { operation: "Export", name: "export", request: [...texts(...login, "export"), administration, ...texts("formaat")], answer: answers.Export },
  { operation: "Import", name: "import", request: [...texts(...login, "import"), administration, ...texts("formaat")], answer: answers.Import },
  { operation: "GetTransaction", name: "getTransaction", request: texts(...login, "id"), answer: answers.GetTransaction },
];

/**
 * The operations of one version.
 * @param offersEverything whether 3.0 has the three operations besides export and import, which no public client proves.
 */
export function signaturesOf(version: WsdlVersion, offersEverything: boolean): readonly Signature[] {
  if (version === "2015") return signatures2015;
  return offersEverything ? signatures3 : signatures3.filter(({ operation }) => operation === "Export" || operation === "Import");
}

/** The XML namespace of one version. */
export function namespaceOf(version: WsdlVersion): string {
  return version === "2015" ? "urn:cashwebApi" : "urn:cashwebApi3";
}
