import { cashFailure } from "../failures";
import { escapeXml } from "./escape-xml";
import type { SoapOperation } from "./read-wsdl";

/** What a call may have to say. Each operation takes some of it, under names of its own. */
export type CallContent = {
  token: string;
  relation: string;
  email: string;
  password: string;
  service: string;
  command: string;
  /** The records of an import. */
  xml: string;
  /** The id of a transaction. */
  id: string;
  administration: { code: string; directory: string };
  format: string;
};
export type PartRole = keyof CallContent;

/** The names that parts have in the two published WSDLs, and their nearest relatives; compared without regard to case. */
const partNames: Readonly<Record<PartRole, readonly string[]>> = {
  token: ["token"],
  relation: ["relation", "relatie", "relationcode", "relatiecode", "relatienummer"],
  email: ["email", "e-mail", "mail", "emailadres"],
  password: ["password", "pass", "wachtwoord"],
  service: ["service", "dienst"],
  command: ["command", "export", "commando", "opdracht"],
  xml: ["xml", "import", "bericht"],
  id: ["id", "transactionid", "transaction", "transactie", "transactieid"],
  administration: ["administration", "administratie"],
  format: ["format", "formaat"],
};

const roles = new Map(Object.entries(partNames).flatMap(([role, names]) => names.map((name) => [name, role])));

/** What a part with this name stands for; null when it is not known. */
function roleOfPart(name: string): PartRole | null {
  const role = roles.get(name.toLowerCase());
  return role !== undefined && isRole(role) ? role : null;
}

function isRole(text: string): text is PartRole {
  return Object.hasOwn(partNames, text);
}

export function takesPart({ parts }: SoapOperation, role: PartRole): boolean {
  return parts.some((name) => roleOfPart(name) === role);
}

/**
 * The parts of a call as XML, under the names and in the order of the WSDL.
 * @throws AppError vendor_operation_missing when the operation wants something this connector does not know
 */
export function writeParts(operation: SoapOperation, content: Partial<CallContent>): string {
  return operation.parts.map((name) => writePart(operation, name, content)).join("");
}

function writePart({ name: operation, use }: SoapOperation, name: string, content: Partial<CallContent>): string {
  const role = roleOfPart(name);
  if (role === null) throw cashFailure("vendor_operation_missing", { detail: `${operation} asks for an unknown part: ${name}` });
  if (role === "administration") {
    const { code = "", directory = "" } = content.administration ?? {};
    return `<${name}>${writeText("admCode", code, use)}${writeText("admMap", directory, use)}</${name}>`;
  }
  return writeText(name, content[role] ?? "", use);
}

function writeText(name: string, value: string, use: SoapOperation["use"]): string {
  const type = use === "encoded" ? ' xsi:type="xsd:string"' : "";
  return `<${name}${type}>${escapeXml(value)}</${name}>`;
}
