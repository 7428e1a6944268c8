import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { startCashSandbox, type CashSandbox } from "./start";
import { envelope, postSoap, readRecords, speak } from "./testing/wire";

let sandbox: CashSandbox;
beforeAll(async () => {
  sandbox = await startCashSandbox({ relations: 200, protocol: { requestsPerMinute: 0 } });
});
afterEach(() => sandbox.reset("data"));
afterAll(() => sandbox.stop());

const relation = "<CASH><R0101><F0101>900</F0101></R0101></CASH>";
const isBooked = async () => {
  await sandbox.setFaults([]);
  return (await speak(sandbox.url).export("0101|900")).exportResult !== undefined;
};

/** What becomes of an import whose answer is waited for this long. */
async function importWithin(milliseconds: number): Promise<string> {
  const body = envelope("import", {
    token: "",
    relatie: "240817",
    email: "api@devries-installatie.example",
    pass: "demo-password",
    import: relation.replaceAll("<", "&lt;"),
    administration: "<admCode>01</admCode>",
    formaat: "0",
  });
  try {
    const answer = await fetch(`${sandbox.url}/?api/3.0/soap`, { method: "POST", body, signal: AbortSignal.timeout(milliseconds) });
    return String(answer.status);
  } catch (problem) {
    return problem instanceof Error && problem.name === "TimeoutError" ? "timeout" : "broken";
  }
}

describe("a fault before or after the commit", () => {
  it.each([
    ["timeout", "beforeCommit", "timeout", false],
    ["timeout", "afterCommit", "timeout", true],
    ["reset", "beforeCommit", "broken", false],
    ["reset", "afterCommit", "broken", true],
    ["serverError", "beforeCommit", "503", false],
    ["serverError", "afterCommit", "503", true],
  ] as const)("%s %s: the caller sees %s, booked = %s", async (kind, when, seen, booked) => {
    await sandbox.setFaults([{ kind, when }]);
    expect(await importWithin(kind === "timeout" ? 300 : 20_000)).toBe(seen);
    expect(await isBooked()).toBe(booked);
  });
});

describe("a fault in the answer", () => {
  it.each(["body", "response"] as const)("doubled sends the %s twice, and the call is worked on once", async (how) => {
    await sandbox.setFaults([{ kind: "doubledAnswer", how, only: { operation: "Import" } }]);
    const answer = await speak(sandbox.url).import(relation);
    expect(answer.text.split("<transaction ")).toHaveLength(how === "body" ? 3 : 2);
    expect([(await sandbox.transactions()).length, await isBooked()]).toEqual([1, true]);
  });

  it("slow waits before the headers and before each chunk", async () => {
    await sandbox.setFaults([{ kind: "slow", headersMs: 150, chunkMs: 30 }]);
    const began = performance.now();
    const answer = await speak(sandbox.url).export("0101");
    expect(performance.now() - began).toBeGreaterThan(200);
    expect(readRecords(answer.exportResult)).toHaveLength(200);
  });

  it("brokenXml and nonsense come with status 200 and are not SOAP", async () => {
    await sandbox.setFaults([{ kind: "brokenXml", times: 1 }, { kind: "nonsense", skip: 1 }]);
    const [broken, nonsense] = [await speak(sandbox.url).export("0101"), await speak(sandbox.url).export("0101")];
    expect([broken.status, broken.code, nonsense.status, nonsense.code]).toEqual([200, undefined, 200, undefined]);
    expect(broken.text).toContain("R0101");
    expect(nonsense.text).toContain("<h1>");
  });

  it("emptyTable answers success without a result", async () => {
    await sandbox.setFaults([{ kind: "emptyTable" }]);
    expect(await speak(sandbox.url).export("0101")).toMatchObject({ code: 1, exportResult: undefined });
  });

  it("halfTable is cut in the middle of a record, and the envelope never closes", async () => {
    await sandbox.setFaults([{ kind: "halfTable" }]);
    const { status, code, text } = await speak(sandbox.url).export("0101");
    expect([status, code]).toEqual([200, undefined]);
    expect(text).not.toContain("Envelope>\n");
    expect(text.match(/&lt;R0101&gt;/g)).toHaveLength(100);
    expect(text.match(/&lt;\/R0101&gt;/g)).toHaveLength(99);
  });

  it("halfTable can be well-formed, as if half of the rows were all", async () => {
    await sandbox.setFaults([{ kind: "halfTable", variant: "wellFormed" }]);
    expect(readRecords((await speak(sandbox.url).export("0101")).exportResult)).toHaveLength(100);
  });

  it("halfTable can end with a broken connection", async () => {
    await sandbox.setFaults([{ kind: "halfTable", variant: "reset" }]);
    await expect(speak(sandbox.url).export("0101")).rejects.toThrow();
  });
});

describe("a fault in the vendor's answer code", () => {
  it.each([
    ["loginRefused", 2],
    ["noAdministration", 1002],
    ["missingRights", 800],
  ] as const)("%s gives %s", async (kind, code) => {
    await sandbox.setFaults([{ kind }]);
    expect(await speak(sandbox.url).export("0101")).toMatchObject({ code, exportResult: undefined });
  });

  it("any code can be ordered", async () => {
    await sandbox.setFaults([{ kind: "responseCode", code: 4 }]);
    expect(await speak(sandbox.url).import(relation)).toMatchObject({ code: 4, transaction: undefined });
    expect(await isBooked()).toBe(false);
  });

  it("tokenExpired hits the next calls with a token, and no others", async () => {
    await sandbox.setFaults([{ kind: "tokenExpired", code: 6, times: 1 }]);
    const call = () => postSoap(`${sandbox.url}/?api/soap`, envelope("ListAdministrations", { token: "0".repeat(32) }));
    expect([(await call()).code, (await call()).code]).toEqual([6, 5]);
  });

  it("missing rights leave an import pending", async () => {
    await sandbox.setFaults([{ kind: "missingRights" }]);
    expect(await speak(sandbox.url).import(relation)).toMatchObject({ code: 1, transaction: { status: 1 } });
  });

  it("rateLimited turns away as the limit does", async () => {
    await sandbox.setFaults([{ kind: "rateLimited", times: 1 }]);
    expect(await speak(sandbox.url).export("0101")).toMatchObject({ status: 429, retryAfter: "10" });
    expect(await speak(sandbox.url).export("0101")).toMatchObject({ status: 200 });
  });
});

describe("the aim of a fault", () => {
  const codes = async (commands: readonly string[]) => {
    const seen: (number | undefined)[] = [];
    for (const command of commands) seen.push((await speak(sandbox.url).export(command)).code);
    return seen;
  };

  it("can be a number of requests, after some that pass", async () => {
    await sandbox.setFaults([{ kind: "responseCode", code: 3, skip: 1, times: 2 }]);
    expect(await codes(["2209", "2209", "2209", "2209"])).toEqual([1, 3, 3, 1]);
  });

  it("can be an operation, a table, a command or an administration", async () => {
    await sandbox.setFaults([{ kind: "responseCode", code: 3, only: { table: "2229" } }]);
    expect(await codes(["2209", "2229", "2229|100"])).toEqual([1, 3, 3]);
    await sandbox.setFaults([{ kind: "responseCode", code: 3, only: { command: "0101W" } }]);
    expect(await codes(["0101", "0101W|5"])).toEqual([1, 3]);
    await sandbox.setFaults([{ kind: "responseCode", code: 3, only: { operation: "Import", table: "2400" } }]);
    expect((await speak(sandbox.url).import(relation)).code).toBe(1);
    expect((await speak(sandbox.url).import("<CASH><R2400/></CASH>")).code).toBe(3);
    await sandbox.setFaults([{ kind: "responseCode", code: 3, only: { administration: "02" } }]);
    expect([(await speak(sandbox.url, undefined, "01").export("2209")).code, (await speak(sandbox.url, undefined, "02").export("2209")).code]).toEqual([1, 3]);
  });

  it("can be what a call says, such as the number of one work order", async () => {
    const order = (reference: string) => `<CASH><R2400><F2406>${reference}</F2406></R2400></CASH>`;
    await sandbox.setFaults([{ kind: "responseCode", code: 3, only: { contains: "2026.0001" } }]);
    const sent = [await speak(sandbox.url).import(order("2026.0001")), await speak(sandbox.url).import(order("2026.0002")), await speak(sandbox.url).getTransaction("2026.0001")];
    expect(sent.map(({ code }) => code)).toEqual([3, 1, 3]);
  });

  it("can be composed into a schedule of different faults", async () => {
    await sandbox.setFaults([
      { kind: "responseCode", code: 3, times: 1 },
      { kind: "responseCode", code: 4, times: 1 },
      { kind: "nonsense", skip: 2, times: 1 },
    ]);
    expect(await codes(["2209", "2209", "2209", "2209"])).toEqual([3, 4, undefined, 1]);
  });

  it("can be the WSDL", async () => {
    await sandbox.setFaults([{ kind: "serverError", status: 502, only: { operation: "wsdl" } }]);
    expect((await fetch(sandbox.wsdlUrl)).status).toBe(502);
    expect((await speak(sandbox.url).export("2209")).code).toBe(1);
  });
});
