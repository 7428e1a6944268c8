import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { demoCredentials } from "./credentials";
import { startCashSandbox, type CashSandbox } from "./start";
import { readRecords, speak } from "./testing/wire";

let sandbox: CashSandbox;
beforeAll(async () => {
  sandbox = await startCashSandbox({ relations: 50, protocol: { requestsPerMinute: 0 } });
});
afterEach(() => sandbox.reset("data"));
afterAll(() => sandbox.stop());

const post = (path: string, body: string, contentType = "application/json") =>
  fetch(`${sandbox.url}/_control${path}`, { method: "POST", headers: { "Content-Type": contentType }, body });
const read = async (command: string) => readRecords((await speak(sandbox.url).export(command)).exportResult);

describe("the switches", () => {
  it("are shown with what they have hit", async () => {
    await sandbox.setFaults([{ kind: "slow", headersMs: 1, skip: 1 }]);
    await speak(sandbox.url).export("2209");
    await speak(sandbox.url).export("2209");
    expect((await sandbox.status()).faults).toEqual([{ fault: { kind: "slow", headersMs: 1, chunkMs: 0, skip: 1 }, matched: 2, applied: 1 }]);
  });

  it("leave the others alone when one of the protocol is changed", async () => {
    await sandbox.changeProtocol({ resultEncoding: "cdata" });
    const { protocol } = await sandbox.changeProtocol({ importRefusal: "message" });
    expect(protocol).toMatchObject({ resultEncoding: "cdata", importRefusal: "message", requestsPerMinute: 0 });
  });

  it("go back to how the sandbox was started with a reset", async () => {
    await sandbox.changeProtocol({ requestsPerMinute: 5 });
    await sandbox.setFaults([{ kind: "nonsense" }]);
    expect(await sandbox.reset()).toMatchObject({ faults: [], protocol: { requestsPerMinute: 0 } });
  });

  it("refuse what they do not know, by name, and then change nothing", async () => {
    const wrong = await post("", JSON.stringify({ faults: [{ kind: "slow", headersMs: -1 }], protocol: { requestsPerMinute: 3 } }));
    expect(wrong.status).toBe(400);
    expect(await wrong.text()).toContain("faults.0.headersMs");
    expect((await post("", JSON.stringify({ fault: [] }))).status).toBe(400);
    expect(await sandbox.status()).toMatchObject({ faults: [], protocol: { requestsPerMinute: 0 } });
  });

  it("take JSON only, so that a page of another site cannot turn them", async () => {
    expect((await post("", "{}", "text/plain")).status).toBe(415);
    expect((await post("", "{")).status).toBe(400);
    expect((await fetch(`${sandbox.url}/_control`, { method: "DELETE" })).status).toBe(405);
    expect((await fetch(`${sandbox.url}/_control/elsewhere`)).status).toBe(404);
  });
});

describe("a change of the data", () => {
  it("adds, changes, blocks, unblocks and removes a record", async () => {
    await sandbox.changeRecords("01", [{ action: "put", table: "0101", fields: { "0101": "900", "0103": "Nieuw" } }]);
    expect(await read("0101|900")).toEqual([{ "0101": "000900", "0103": "Nieuw" }]);
    await sandbox.changeRecords("01", [
      { action: "change", table: "0101", key: "900", fields: { "0105": "Kade 1", "0103": "" } },
      { action: "block", table: "0101", key: "900" },
    ]);
    expect(await read("0101|900")).toEqual([{ "0101": "000900", "0105": "Kade 1", "1487": "J" }]);
    await sandbox.changeRecords("01", [{ action: "unblock", table: "0101", key: "900" }]);
    expect(await read("0101|900")).toEqual([{ "0101": "000900", "0105": "Kade 1" }]);
    await sandbox.changeRecords("01", [{ action: "remove", table: "0101", key: "900" }, { action: "remove", table: "0101", key: "110" }]);
    expect([await read("0101|900"), await read("0101|110"), (await read("0101")).length]).toEqual([[], [], 49]);
  });

  it("can store a value as it is, however wrong", async () => {
    await sandbox.changeRecords("01", [{ action: "change", table: "0101", key: "110", fields: { "0107": "geen postcode", "1487": "?" }, raw: true }]);
    expect((await read("0101|110"))[0]).toMatchObject({ "0107": "geen postcode", "1487": "?" });
  });

  it("is made completely or not at all", async () => {
    const changes = [
      { action: "change", table: "0101", key: "110", fields: { "0103": "Anders" } },
      { action: "change", table: "0101", key: "999999", fields: { "0103": "Anders" } },
    ] as const;
    await expect(sandbox.changeRecords("01", changes)).rejects.toThrow("There is no record 0101 with the key 999999.");
    expect((await read("0101|110"))[0]?.["0103"]).not.toBe("Anders");
  });

  it("says what is wrong with it", async () => {
    await expect(sandbox.changeRecords("77", [])).rejects.toThrow("There is no administration 77.");
    await expect(sandbox.changeRecords("01", [{ action: "put", table: "0101", fields: { "0103": "x" } }])).rejects.toThrow("needs field 0101");
    await expect(sandbox.changeRecords("01", [{ action: "put", table: "0101", fields: { "0101": "1", "9999": "x" } }])).rejects.toThrow("no field 9999");
    await expect(sandbox.changeRecords("01", [{ action: "block", table: "2410", key: "1|1" }])).rejects.toThrow("There is no record 2410");
  });

  it("reaches one administration only", async () => {
    await sandbox.changeRecords("02", [{ action: "change", table: "0101", key: "102", fields: { "0103": "Alleen hier" } }]);
    expect((await read("0101|102"))[0]?.["0103"]).not.toBe("Alleen hier");
  });

  it("is dropped by a reset of the data, and kept by one of the switches", async () => {
    await sandbox.changeRecords("01", [{ action: "remove", table: "0101", key: "110" }]);
    await sandbox.reset("switches");
    expect(await read("0101|110")).toEqual([]);
    await sandbox.reset("data");
    expect(await read("0101|110")).toHaveLength(1);
  });
});

describe("the listing", () => {
  it("searches every field and pages", async () => {
    const all = await sandbox.records("01", "0101", { limit: 1000 });
    expect([all.total, all.rows.length]).toEqual([50, 50]);
    const page = await sandbox.records("01", "0101", { offset: 20, limit: 5 });
    expect(page.rows).toEqual(all.rows.slice(20, 25));
    const found = await sandbox.records("01", "0101", { search: "000110" });
    expect(found.rows.map(({ key }) => key)).toEqual(["000110"]);
  });

  it("finds by key as an export does, and can begin with the latest", async () => {
    const put = (fields: Record<string, string>) => ({ action: "put", table: "2410", fields }) as const;
    await sandbox.changeRecords("01", [put({ "2400": "260001", "2426": "1" }), put({ "2400": "260002", "2426": "1" }), put({ "2400": "260001", "2426": "2" })]);
    const keys = async (query: { key?: string; order?: "table" | "latest" }) => (await sandbox.records("01", "2410", query)).rows.map(({ key }) => key);
    expect(await keys({ key: "260001" })).toEqual(["260001|0001", "260001|0002"]);
    expect(await keys({ order: "latest" })).toEqual(["260002|0001", "260001|0002", "260001|0001"]);
    expect((await sandbox.records("01", "0101", { key: "110" })).total).toBe(1);
  });
});

describe("the journal", () => {
  it("tells what was asked for, and never a password", async () => {
    await speak(sandbox.url).export("0101W|3");
    await speak(sandbox.url, { ...demoCredentials, password: "a-wrong-password" }).import("<CASH><R0101/><R2220/></CASH>");
    await fetch(sandbox.wsdlUrl);
    const requests = await sandbox.requests();
    expect(requests).toMatchObject([
      { operation: "Export", subject: "0101W|3", administration: "01", status: 200, code: 1, faults: [] },
      { operation: "Import", subject: "0101 2220", status: 200, code: 2, xml: "<CASH><R0101/><R2220/></CASH>" },
      { operation: "wsdl", subject: "3.0", status: 200 },
    ]);
    expect(requests[0]?.bytesSent).toBeGreaterThan(0);
    expect(await sandbox.requestCounts()).toEqual({ Export: 1, Import: 1, wsdl: 1 });
    expect(JSON.stringify(requests)).not.toMatch(/demo-password|a-wrong-password/);
  });

  it("can be read from a number on, and by operation", async () => {
    await speak(sandbox.url).export("2209");
    const [first] = await sandbox.requests();
    await speak(sandbox.url).listAdministrations();
    expect((await sandbox.requests({ after: first?.number ?? 0 })).map(({ operation }) => operation)).toEqual(["ListAdministrations"]);
    expect(await sandbox.requests({ operation: "Import" })).toEqual([]);
  });

  it("notes requests that met a fault and were never answered", async () => {
    await sandbox.setFaults([{ kind: "reset" }]);
    await expect(speak(sandbox.url).export("2209")).rejects.toThrow();
    expect(await sandbox.requests()).toMatchObject([{ operation: "Export", status: "none", faults: ["reset"] }]);
  });
});
