import type { AdministrationIdentity } from "../data/options";
import { escapeXml } from "../xml";
import type { CashResponse } from "./codes";
import type { AdministrationChoice } from "./call";
import { namespaceOf, type WsdlVersion } from "./signatures";

export interface AnsweredTransaction {
  readonly id: string;
  readonly status: 1 | 2 | 3;
  readonly creation: string;
  readonly lastUpdate: string;
  readonly administration: AdministrationChoice;
  readonly initiator: string;
  /** XML with the errors; empty when there are none. */
  readonly err: string;
}

/** What an operation answers; the parts that are absent are left out of the message. */
export interface CashAnswer {
  readonly response: CashResponse;
  readonly token?: string;
  readonly administrations?: readonly AdministrationIdentity[];
  readonly transaction?: AnsweredTransaction;
  /** The text of `exportResult` in chunks, encoded for the envelope. */
  readonly exportResult?: Iterable<string>;
  /** The message ends where the result ends, in the middle of a record. */
  readonly isCutShort?: boolean;
}

/** How a text that is itself XML is put into the envelope. */
export type ResultEncoding = "escaped" | "cdata";

function text(name: string, type: string, value: string): string {
  return `<${name} xsi:type="${type}">${escapeXml(value)}</${name}>`;
}

function writeAdministrations(administrations: readonly AdministrationIdentity[]): string {
  const items = administrations.map(
    ({ admCode, admMap, name }) =>
      `<item xsi:type="ns1:ListedAdministration">${text("admCode", "xsd:string", admCode)}${text("admMap", "xsd:string", admMap)}` +
      `${text("admName", "xsd:string", name)}</item>`,
  );
  return `<administrationList SOAP-ENC:arrayType="ns1:ListedAdministration[${administrations.length}]" xsi:type="ns1:AdministrationList">${items.join("")}</administrationList>`;
}

function writeTransaction(transaction: AnsweredTransaction): string {
  const { admCode, admMap } = transaction.administration;
  return (
    `<transaction xsi:type="ns1:Transaction">${text("id", "xsd:string", transaction.id)}${text("status", "xsd:int", String(transaction.status))}` +
    `${text("creation", "xsd:string", transaction.creation)}${text("lastUpdate", "xsd:string", transaction.lastUpdate)}` +
    `<administration xsi:type="ns1:Administration">${text("admCode", "xsd:string", admCode)}${text("admMap", "xsd:string", admMap)}</administration>` +
    `${text("initiator", "xsd:string", transaction.initiator)}${transaction.err === "" ? "" : text("err", "xsd:string", transaction.err)}</transaction>`
  );
}

function* writeExportResult(chunks: Iterable<string>, encoding: ResultEncoding, isCutShort: boolean): Generator<string> {
  yield `<exportResult xsi:type="xsd:string">${encoding === "cdata" ? "<![CDATA[" : ""}`;
  yield* chunks;
  if (isCutShort) return;
  yield `${encoding === "cdata" ? "]]>" : ""}</exportResult>`;
}

/** The whole answer in chunks, in the rpc/encoded form of the WSDL. */
export function* writeAnswer(version: WsdlVersion, name: string, answer: CashAnswer, encoding: ResultEncoding): Generator<string> {
  const { code, message } = answer.response;
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<SOAP-ENV:Envelope xmlns:SOAP-ENV="http://schemas.xmlsoap.org/soap/envelope/" xmlns:ns1="${namespaceOf(version)}"` +
    ` xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"` +
    ` xmlns:SOAP-ENC="http://schemas.xmlsoap.org/soap/encoding/" SOAP-ENV:encodingStyle="http://schemas.xmlsoap.org/soap/encoding/">` +
    `<SOAP-ENV:Body><ns1:${name}Response>` +
    `<response xsi:type="ns1:Response">${text("code", "xsd:int", String(code))}${text("message", "xsd:string", message)}</response>`;
  if (answer.token !== undefined) yield text("token", "xsd:string", answer.token);
  if (answer.administrations !== undefined) yield writeAdministrations(answer.administrations);
  if (answer.transaction !== undefined) yield writeTransaction(answer.transaction);
  if (answer.exportResult !== undefined) yield* writeExportResult(answer.exportResult, encoding, answer.isCutShort === true);
  if (answer.isCutShort === true) return;
  yield `</ns1:${name}Response></SOAP-ENV:Body></SOAP-ENV:Envelope>\n`;
}

/** A SOAP 1.1 fault. */
export function writeFault(faultCode: "Client" | "Server", message: string): string {
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n<SOAP-ENV:Envelope xmlns:SOAP-ENV="http://schemas.xmlsoap.org/soap/envelope/"><SOAP-ENV:Body>` +
    `<SOAP-ENV:Fault><faultcode>SOAP-ENV:${faultCode}</faultcode><faultstring>${escapeXml(message)}</faultstring></SOAP-ENV:Fault>` +
    `</SOAP-ENV:Body></SOAP-ENV:Envelope>\n`
  );
}
