import { describe, expect, it } from "vitest";
import { readAnswer } from "./read-answer";
import { listAdministrations } from "./administrations";
import { takesPart, writeParts } from "./parts";
import { parseXml } from "./xml-tree";
import { readWsdl, type SoapOperation } from "./read-wsdl";
import { writeCall } from "./write-call";
import { readFieldMap } from "../field-map";
import { failureOf } from "../testing/conversation";

const head = `<?xml version="1.0"?><definitions name="Cash" targetNamespace="urn:c" xmlns="http://schemas.xmlsoap.org/wsdl/"
  xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:tns="urn:c">`;
const service = (address: string) =>
  `<service name="S"><port name="P" binding="tns:B"><soap:address location="${address}"/></port></service></definitions>`;
const binding = (style: string, use: string) =>
  `<binding name="B" type="tns:T"><soap:binding style="${style}" transport="http://schemas.xmlsoap.org/soap/http"/>
   <operation name="eXport"><soap:operation soapAction="urn:c#eXport"/><input><soap:body use="${use}" namespace="urn:c"/></input><output><soap:body use="${use}" namespace="urn:c"/></output></operation></binding>`;
const portType = `<portType name="T"><operation name="eXport"><input message="tns:In"/><output message="tns:Out"/></operation></portType>`;

const rpc = (types = "", address = "https://cash.example/?api/soap") =>
  `${head}<types><xsd:schema targetNamespace="urn:c">${types}</xsd:schema></types><message name="In"><part name="relatie" type="xsd:string"/><part name="wachtwoord" type="xsd:string"/><part name="Commando" type="xsd:string"/></message>
  <message name="Out"><part name="response" type="xsd:string"/></message>${portType}${binding("rpc", "encoded")}${service(address)}`;
const documentStyle = `${head}<types><xsd:schema targetNamespace="urn:c" elementFormDefault="qualified">
  <xsd:element name="exportCall"><xsd:complexType><xsd:sequence><xsd:element name="token" type="xsd:string"/><xsd:element name="export" type="xsd:string"/></xsd:sequence></xsd:complexType></xsd:element>
  <xsd:element name="exportAnswer"><xsd:complexType><xsd:sequence><xsd:element name="x" type="xsd:string"/></xsd:sequence></xsd:complexType></xsd:element></xsd:schema></types>
  <message name="In"><part name="p" element="tns:exportCall"/></message><message name="Out"><part name="p" element="tns:exportAnswer"/></message>${portType}${binding("document", "literal")}${service("https://cash.example/soap")}`;

async function operation(text: string): Promise<SoapOperation> {
  const found = (await readWsdl(text, "https://cash.example/?api/wsdl")).get("export");
  if (found === undefined) throw new Error("no operation");
  return found;
}

describe("a WSDL", () => {
  it("tells name, style, action, address and parts; operations are found without regard to case", async () => {
    expect(await operation(rpc())).toEqual({
      name: "eXport", endpoint: "https://cash.example/?api/soap", soapAction: "urn:c#eXport", namespace: "urn:c", wrapper: "eXport", use: "encoded",
      areQualified: false, parts: ["relatie", "wachtwoord", "Commando"],
    });
  });

  it("of the document style tells the element that carries the parts", async () => {
    expect(await operation(documentStyle)).toMatchObject({ use: "literal", wrapper: "exportCall", namespace: "urn:c", parts: ["token", "export"] });
  });

  it("fetched over a secure line is never answered over an open one", async () => {
    const open = rpc("", "http://cash.example:8080/soap");
    expect((await operation(open)).endpoint).toBe("https://cash.example:8080/soap");
    expect((await readWsdl(open, "http://cash.example/?api/wsdl")).get("export")?.endpoint).toBe("http://cash.example:8080/soap");
  });

  it("fetches no schema from elsewhere", async () => {
    const elsewhere = `<xsd:import namespace="urn:other" schemaLocation="http://127.0.0.1:1/other.xsd"/>`;
    expect((await operation(rpc(elsewhere))).parts).toHaveLength(3);
  });

  it.each([
    ["with a declared entity", rpc().replace("?>", `?><!DOCTYPE d [<!ENTITY a "b">]>`)],
    ["that imports another one", rpc().replace("<types>", `<import namespace="urn:x" location="http://127.0.0.1:1/x.wsdl"/><types>`)],
    ["that is a web page", "<html><body>Onderhoud</body></html>"],
    ["that is cut off", rpc().slice(0, 900)],
    ["without a service", rpc().replace(/<service.*<\/service>/s, "")],
    ["with an address that is none", rpc("", "file:///etc/passwd")],
    ["that is empty", ""],
  ])("%s is refused", async (_, text) => {
    await expect(readWsdl(text, "https://cash.example/?api/wsdl")).rejects.toThrow();
  });
});

describe("a call", () => {
  const content = { relation: "1<2", password: `a&b"`, command: "0101", token: "T" };

  it("fills the parts by their name, in the WSDL's order, with text escaped", async () => {
    const parts = writeParts(await operation(rpc()), content);
    expect(parts).toBe(
      `<relatie xsi:type="xsd:string">1&lt;2</relatie><wachtwoord xsi:type="xsd:string">a&amp;b"</wachtwoord><Commando xsi:type="xsd:string">0101</Commando>`,
    );
  });

  it("has the operation around its parts (rpc), or the element in the vendor's namespace (document)", async () => {
    const [asRpc, asDocument] = [writeCall(await operation(rpc()), content), writeCall(await operation(documentStyle), content)];
    expect(asRpc).toMatchObject({ method: "POST", address: "https://cash.example/?api/soap", headers: { SOAPAction: `"urn:c#eXport"` } });
    expect(asRpc.body).toContain(`<call:eXport xmlns:call="urn:c"`);
    expect(asDocument.body).toContain(`<exportCall xmlns="urn:c"><token>T</token><export>0101</export></exportCall>`);
    const unqualified = writeCall(await operation(documentStyle.replace(' elementFormDefault="qualified"', "")), content);
    expect(unqualified.body).toContain(`<call:exportCall xmlns:call="urn:c"><token>T</token>`);
    for (const { body } of [asRpc, asDocument, unqualified]) expect(parseXml(body).name).toBe("Envelope");
  });

  it("that wants something unknown is not made, and says what", async () => {
    const asksMore = { ...(await operation(rpc())), parts: ["relatie", "pincode"] };
    expect(takesPart(asksMore, "relation") && !takesPart(asksMore, "password")).toBe(true);
    const failure = await failureOf(Promise.resolve().then(() => writeParts(asksMore, content)));
    expect(failure).toMatchObject({ code: "vendor_operation_missing", detail: expect.stringContaining("pincode") });
  });
});

describe("a small answer", () => {
  const fieldMap = readFieldMap({});
  const read = (text: string, isFault = false) =>
    readAnswer({ status: isFault ? 500 : 200, isFault, texts: (async function* () { yield await Promise.resolve(text); })() }, fieldMap);
  const soap = (inside: string) => `<s:Envelope xmlns:s="urn:s"><s:Body>${inside}</s:Body></s:Envelope>`;
  const answered = (code: string, rest = "") => soap(`<r><response><code>${code}</code><message>text</message></response>${rest}</r>`);

  it("gives its parts when its code is 1", async () => {
    expect((await read(answered("1", "<token>T</token>"))).children.map(({ name }) => name)).toEqual(["response", "token"]);
  });

  it.each([
    [answered("2"), false, "credentials_refused"],
    [answered("1002"), false, "no_administration"],
    [answered("903"), false, "administration_missing"],
    [answered("5"), false, "vendor_error"],
    [answered("4711"), false, "vendor_error"],
    [answered("yes"), false, "vendor_nonsense"],
    [soap("<r/>"), false, "vendor_nonsense"],
    [soap(""), false, "vendor_nonsense"],
    ["<html></html>", false, "vendor_nonsense"],
    ["<html></html>", true, "vendor_error"],
    [`<!DOCTYPE x [<!ENTITY e "e">]>${answered("1")}`, false, "vendor_nonsense"],
    ["<a>".repeat(40) + "</a>".repeat(40), false, "vendor_nonsense"],
    ["x".repeat(2_100_000), false, "vendor_nonsense"],
    [soap(`<s:Fault><faultstring>Function ("x") is not a valid method for this service</faultstring></s:Fault>`), true, "vendor_operation_missing"],
    [soap(`<s:Fault><faultstring>Too many requests: at most 100 per minute</faultstring></s:Fault>`), true, "vendor_rate_limited"],
    [soap(`<s:Fault><faultstring>Internal error</faultstring></s:Fault>`), true, "vendor_error"],
  ])("%.90s (HTTP 500: %s) is %s", async (text, isFault, code) => {
    expect((await failureOf(read(text, isFault))).code).toBe(code);
  });

  it("lists administrations however they are nested and named", () => {
    const list = parseXml(
      `<r><administrationList><item><admCode>01</admCode><admMap>A</admMap><admName>Een</admName></item><group><x><ADMCODE> 02 </ADMCODE><naam>Twee</naam></x></group><y><admCode>03</admCode><admName/></y></administrationList></r>`,
    );
    expect(listAdministrations(list, fieldMap)).toEqual([
      { code: "01", directory: "A", name: "Een" },
      { code: "02", directory: "", name: "Twee" },
      { code: "03", directory: "", name: "03" },
    ]);
    expect(() => listAdministrations(parseXml("<r><a><admCode> </admCode></a></r>"), fieldMap)).toThrow("vendor_nonsense");
  });
});
