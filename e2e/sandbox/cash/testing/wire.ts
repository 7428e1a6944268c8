import { demoCredentials } from "../credentials";
import type { CashFields } from "../data/record";
import { childOf, parseXml, type XmlElement } from "../soap/xml-tree";
import { escapeXml } from "../xml";

export interface Login {
  readonly relation: string;
  readonly email: string;
  readonly password: string;
}

/** An answer as it came, with the parts that tests look at. */
export interface WireAnswer {
  readonly status: number;
  readonly text: string;
  readonly retryAfter: string | null;
  /** The vendor's answer code; undefined for a fault or something that is not SOAP. */
  readonly code: number | undefined;
  readonly faultText: string | undefined;
  /** The text of exportResult; undefined when the part is missing. */
  readonly exportResult: string | undefined;
  readonly transaction: { readonly id: string; readonly status: number; readonly err: string } | undefined;
}

function textAt(element: XmlElement | undefined, ...path: readonly string[]): string | undefined {
  const [name, ...rest] = path;
  if (name === undefined || element === undefined) return element?.text;
  return textAt(childOf(element, name), ...rest);
}

function readAnswer(status: number, text: string, retryAfter: string | null): WireAnswer {
  let body: XmlElement | undefined;
  try {
    body = childOf(parseXml(text), "Body")?.children[0];
  } catch {
    body = undefined;
  }
  const code = textAt(body, "response", "code");
  const transaction = body === undefined ? undefined : childOf(body, "transaction");
  return {
    status,
    text,
    retryAfter,
    code: code === undefined ? undefined : Number(code),
    faultText: textAt(body, "faultstring"),
    exportResult: textAt(body, "exportResult"),
    transaction: transaction && {
      id: textAt(transaction, "id") ?? "",
      status: Number(textAt(transaction, "status")),
      err: textAt(transaction, "err") ?? "",
    },
  };
}

/** Posts a text to an endpoint of the sandbox and reads what comes back. */
export async function postSoap(address: string, body: string, contentType = "text/xml; charset=utf-8"): Promise<WireAnswer> {
  const answer = await fetch(address, { method: "POST", headers: { "Content-Type": contentType }, body });
  return readAnswer(answer.status, await answer.text(), answer.headers.get("retry-after"));
}

/** A SOAP envelope with one call; the parts' values are XML. */
export function envelope(operation: string, parts: Readonly<Record<string, string>>): string {
  const content = Object.entries(parts).map(([name, xml]) => `<${name}>${xml}</${name}>`);
  return (
    `<?xml version="1.0" encoding="UTF-8"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>` +
    `<cash:${operation} xmlns:cash="urn:cashwebApi3">${content.join("")}</cash:${operation}></soap:Body></soap:Envelope>`
  );
}

/** Speaks 3.0 to a sandbox: the credentials go along with every call. */
export function speak(url: string, login: Login = demoCredentials, admCode = "01") {
  const access = { token: "", relatie: login.relation, email: login.email, pass: escapeXml(login.password) };
  const administration = `<admCode>${admCode}</admCode><admMap></admMap>`;
  const send = (operation: string, parts: Readonly<Record<string, string>>) => postSoap(`${url}/?api/3.0/soap`, envelope(operation, { ...access, ...parts }));
  return {
    export: (command: string) => send("export", { export: escapeXml(command), administration, formaat: "0" }),
    import: (xml: string) => send("import", { import: escapeXml(xml), administration, formaat: "0" }),
    listAdministrations: () => send("listAdministrations", {}),
    getTransaction: (id: string) => send("getTransaction", { id }),
  };
}

/** The records in the text of an exportResult; an absent result has none. */
export function readRecords(exportResult: string | undefined): readonly CashFields[] {
  if (exportResult === undefined) return [];
  const root = parseXml(exportResult.slice(exportResult.indexOf("<")));
  return root.children.map((record) => Object.fromEntries(record.children.map((field) => [field.name.slice(1), field.text])));
}
