import { describe, expect, it } from "vitest";
import { EnvelopeReader } from "./envelope-reader";

type Heard = { response: string[]; fault: string[]; result: string };

function read(text: string, pieceLength: number): Heard {
  const heard: Heard = { response: [], fault: [], result: "" };
  const reader = new EnvelopeReader({
    response: (code, message) => heard.response.push(`${code} ${message}`),
    fault: (fault) => heard.fault.push(fault),
    result: (piece) => {
      heard.result += piece;
    },
  });
  for (let start = 0; start < text.length; start += pieceLength) reader.write(text.slice(start, start + pieceLength));
  reader.end();
  return heard;
}

const envelope = (result: string) =>
  `<?xml version="1.0"?><s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><n:exportResponse xmlns:n="urn:x">` +
  `<response><code>1</code><message>Success</message></response>${result}</n:exportResponse></s:Body></s:Envelope>\n`;

const inner = `Content-type: text/xml <cash><R0101><F0103>Jansen &amp; "Zn" ]] > é</F0103></R0101></cash>`;
const escaped = inner.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

describe("an envelope", () => {
  it.each([
    ["escaped", `<exportResult xsi:type="xsd:string" xmlns:xsi="urn:i">${escaped}</exportResult>`],
    ["as CDATA", `<exportResult><![CDATA[${inner}]]></exportResult>`],
    ["as CDATA in two sections", `<exportResult><![CDATA[${inner.slice(0, 40)}]]><![CDATA[${inner.slice(40)}]]></exportResult>`],
    ["half escaped, half CDATA", `<exportResult>${escaped.slice(0, 20)}<![CDATA[${inner.slice(20)}]]></exportResult>`],
  ])("gives the result %s, however it is cut into pieces", (_, result) => {
    for (const pieceLength of [1, 2, 3, 7, 16, 64, 100_000]) {
      expect(read(envelope(result), pieceLength), `pieces of ${pieceLength}`).toEqual({ response: ["1 Success"], fault: [], result: inner });
    }
  });

  it("tells the code before the result", () => {
    const order: string[] = [];
    const reader = new EnvelopeReader({ response: () => order.push("response"), fault: () => undefined, result: () => order.push("result") });
    reader.write(envelope(`<exportResult>x</exportResult>`));
    expect(order).toEqual(["response", "result"]);
  });

  it("may lack the result, or have an empty one", () => {
    for (const result of ["", "<exportResult/>", "<exportResult></exportResult>"]) expect(read(envelope(result), 9).result).toBe("");
  });

  it("tells a fault", () => {
    const fault = `<E:Envelope xmlns:E="urn:e"><E:Body><E:Fault><faultcode>x</faultcode><faultstring>Procedure 'x' not present</faultstring></E:Fault></E:Body></E:Envelope>`;
    expect(read(fault, 5).fault).toEqual(["Procedure 'x' not present"]);
  });

  it.each([
    ["in the result", `<s:Envelope xmlns:s="urn:s"><s:Body><r><exportResult>&lt;cash&gt;&lt;R0101`],
    ["in CDATA", `<s:Envelope xmlns:s="urn:s"><s:Body><r><exportResult><![CDATA[<cash>]]`],
    ["after the result", envelope("<exportResult>x</exportResult>").slice(0, -20)],
    ["before anything came", ""],
  ])("that breaks off %s is incomplete, never a good end", (_, text) => {
    expect(() => read(text, 11)).toThrow(expect.objectContaining({ code: "vendor_incomplete" }));
  });

  it.each([
    ["a web page", "<!DOCTYPE html><html><body>Onderhoud</body></html>"],
    ["a web page without a type", "<html><body>Onderhoud</body></html>"],
    ["plain text", "Service temporarily unavailable"],
    ["tags that do not match", envelope("").replace("</response>", "</respons>")],
    ["elements in the result", envelope("<exportResult><cash/></exportResult>")],
    ["an envelope that does not end", `<s:Envelope xmlns:s="urn:s">${" ".repeat(1_100_000)}`],
    ["a declared entity", `<!DOCTYPE s:Envelope [<!ENTITY a "aaaa">]>${envelope("")}`],
  ])("that is %s is nonsense", (_, text) => {
    expect(() => read(text, 13)).toThrow(expect.objectContaining({ code: "vendor_nonsense" }));
  });
});
