import { SoapProblem } from "./problem";
import { signaturesOf, type OperationName, type Signature, type WsdlVersion } from "./signatures";
import { childOf, parseXml, type XmlElement } from "./xml-tree";

/** How a caller says who it is: with a token (2015), or with its credentials in every call (3.0). */
export type Access =
  | { readonly kind: "token"; readonly token: string }
  | { readonly kind: "credentials"; readonly relation: string; readonly email: string; readonly password: string };

export interface AdministrationChoice {
  readonly admCode: string;
  readonly admMap: string;
}

/** One call, whichever version it came by. */
export type CashCall =
  | { readonly operation: "Authenticate"; readonly access: Access; readonly service: string }
  | { readonly operation: "ListAdministrations"; readonly access: Access }
  | { readonly operation: "Export"; readonly access: Access; readonly command: string; readonly administration: AdministrationChoice }
  | { readonly operation: "Import"; readonly access: Access; readonly xml: string; readonly administration: AdministrationChoice }
  | { readonly operation: "GetTransaction"; readonly access: Access; readonly id: string };

function parseBody(text: string): XmlElement {
  let root: XmlElement;
  try {
    root = parseXml(text);
  } catch (problem) {
    throw new SoapProblem("Client", `Bad Request: ${problem instanceof Error ? problem.message : "not XML"}`);
  }
  const call = root.name === "Envelope" ? childOf(root, "Body")?.children[0] : undefined;
  if (call === undefined) throw new SoapProblem("Client", "Bad Request: no SOAP envelope with a call in its body");
  return call;
}

/** Reads the named parts of the call; a part that is missing is the caller's mistake and is named. */
class Parts {
  constructor(
    private readonly call: XmlElement,
    signature: Signature,
  ) {
    const missing = signature.request.find(({ name }) => childOf(call, name) === undefined);
    if (missing !== undefined) throw new SoapProblem("Client", `The part "${missing.name}" of ${signature.name} is missing`);
  }

  text(name: string): string {
    return childOf(this.call, name)?.text ?? "";
  }

  administration(): AdministrationChoice {
    const chosen = childOf(this.call, "administration");
    const textOf = (name: string) => (chosen === undefined ? "" : (childOf(chosen, name)?.text ?? ""));
    return { admCode: textOf("admCode"), admMap: textOf("admMap") };
  }
}

function readAccess(version: WsdlVersion, operation: OperationName, parts: Parts): Access {
  if (version === "3.0") {
    return { kind: "credentials", relation: parts.text("relatie"), email: parts.text("email"), password: parts.text("pass") };
  }
  if (operation !== "Authenticate") return { kind: "token", token: parts.text("token") };
  return { kind: "credentials", relation: parts.text("relation"), email: parts.text("email"), password: parts.text("password") };
}

/**
 * Reads a SOAP request. Operation names are taken without regard to case, as the vendor's server does.
 * @throws SoapProblem when it is not XML, not SOAP, or not a call of this version.
 */
export function readCall(version: WsdlVersion, offersEverything: boolean, text: string): CashCall {
  const element = parseBody(text);
  const signature = signaturesOf(version, offersEverything).find(({ name }) => name.toLowerCase() === element.name.toLowerCase());
  if (signature === undefined) {
    throw new SoapProblem("Client", `Function ("${element.name}") is not a valid method for this service`);
  }
  const parts = new Parts(element, signature);
  const access = readAccess(version, signature.operation, parts);
  switch (signature.operation) {
    case "Authenticate":
      return { operation: "Authenticate", access, service: parts.text("service") };
    case "ListAdministrations":
      return { operation: "ListAdministrations", access };
    case "Export":
      return { operation: "Export", access, command: parts.text(version === "3.0" ? "export" : "command"), administration: parts.administration() };
    case "Import":
      return { operation: "Import", access, xml: parts.text(version === "3.0" ? "import" : "xml"), administration: parts.administration() };
    case "GetTransaction":
      return { operation: "GetTransaction", access, id: parts.text("id") };
  }
}
