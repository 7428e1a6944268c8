import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startCashSandbox, type CashSandbox } from "./start";
import { envelope, postSoap, speak } from "./testing/wire";

let sandbox: CashSandbox;
let endpoint: string;
beforeAll(async () => {
  sandbox = await startCashSandbox({ relations: 20, protocol: { requestsPerMinute: 0 } });
  endpoint = `${sandbox.url}/?api/3.0/soap`;
});
afterAll(() => sandbox.stop());

describe("a request that is not a call", () => {
  it.each([
    ["broken XML", "<a><b></a>"],
    ["no XML", "hello"],
    ["nothing", ""],
    ["XML that is not SOAP", "<a/>"],
    ["an empty body", '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body/></s:Envelope>'],
    ["an entity", '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'],
    ["a document type", envelope("export", { token: "" }).replace("?>", "?><!DOCTYPE a>")],
    ["elements without end", "<a>".repeat(5000)],
  ])("is answered with a SOAP fault: %s", async (_, body) => {
    const answer = await postSoap(endpoint, body);
    expect(answer.status).toBe(500);
    expect(answer.faultText).toContain("Bad Request");
  });

  it("names the operation it does not have", async () => {
    expect((await postSoap(endpoint, envelope("dropTables", {}))).faultText).toBe('Function ("dropTables") is not a valid method for this service');
  });

  it("names the part that is missing", async () => {
    expect((await postSoap(endpoint, envelope("export", { token: "" }))).faultText).toBe('The part "relatie" of export is missing');
  });

  it("is turned away when it is larger than ten megabytes", async () => {
    const answer = await postSoap(endpoint, "x".repeat(11 * 1024 * 1024)).catch(() => undefined);
    expect(answer?.status ?? 413).toBe(413);
    expect((await speak(sandbox.url).export("2209")).code).toBe(1);
  });

  it("is answered with 404 anywhere else", async () => {
    expect((await fetch(`${sandbox.url}/elsewhere`)).status).toBe(404);
  });
});

describe("the character set", () => {
  it("is UTF-8 in answers, also beyond the Dutch letters", async () => {
    await speak(sandbox.url).import("<CASH><R0101><F0101>900</F0101><F0103>Ærø Łódź 東京 €</F0103></R0101></CASH>");
    const answer = await fetch(endpoint, { method: "POST", body: envelope("export", { token: "", relatie: "240817", email: "api@devries-installatie.example", pass: "demo-password", export: "0101|900", administration: "<admCode>01</admCode>", formaat: "0" }) });
    expect(answer.headers.get("content-type")).toBe("text/xml; charset=utf-8");
    expect(await answer.text()).toContain("Ærø Łódź 東京 €");
  });

  it("of a request is the one it names", async () => {
    const body = envelope("export", { token: "", relatie: "é", email: "", pass: "", export: "0101", administration: "", formaat: "0" });
    const answer = await fetch(endpoint, { method: "POST", headers: { "Content-Type": "text/xml; charset=iso-8859-1" }, body: Buffer.from(body, "latin1") });
    expect(await answer.text()).toContain(">2</code>");
    expect((await postSoap(endpoint, body, "text/xml; charset=klingon")).status).toBe(415);
  });
});

describe("a caller that goes away in the middle of a large answer", () => {
  it("ends the work for it, and leaves the sandbox working", async () => {
    const big = await startCashSandbox({ relations: 50_000 });
    try {
      const body = envelope("export", { token: "", relatie: "240817", email: "api@devries-installatie.example", pass: "demo-password", export: "0101", administration: "<admCode>01</admCode>", formaat: "0" });
      await new Promise<void>((resolve, reject) => {
        const socket = connect(Number(new URL(big.url).port), "127.0.0.1", () => {
          socket.write(`POST /?api/3.0/soap HTTP/1.1\r\nHost: x\r\nContent-Type: text/xml\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
        });
        socket.once("data", () => {
          socket.destroy();
          resolve();
        });
        socket.once("error", reject);
      });
      await expect.poll(() => big.requests({ operation: "Export" }), { timeout: 30_000 }).toHaveLength(1);
      const [abandoned] = await big.requests({ operation: "Export" });
      const whole = await speak(big.url).export("0101");
      expect(whole.code).toBe(1);
      expect(abandoned?.bytesSent).toBeLessThan(whole.text.length / 2);
    } finally {
      await big.stop();
    }
  });
});
