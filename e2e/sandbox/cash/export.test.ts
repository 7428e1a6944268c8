import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { startCashSandbox, type CashSandbox } from "./start";
import { readRecords, speak } from "./testing/wire";

let sandbox: CashSandbox;
beforeAll(async () => {
  sandbox = await startCashSandbox({ relations: 300, articles: 100, protocol: { requestsPerMinute: 0 } });
});
afterEach(() => sandbox.reset("data"));
afterAll(() => sandbox.stop());

const read = async (command: string) => readRecords((await speak(sandbox.url).export(command)).exportResult);

describe("an export", () => {
  it("carries the vendor's prefix before the XML", async () => {
    const { exportResult } = await speak(sandbox.url).export("2209");
    expect(exportResult).toMatch(/^Content-type: text\/xml <cash><R2209>/);
  });

  it("reads the same whether the inner XML is escaped or in CDATA, with or without the prefix", async () => {
    const escaped = await speak(sandbox.url).export("0101");
    await sandbox.changeProtocol({ resultEncoding: "cdata", hasPrefix: false });
    const cdata = await speak(sandbox.url).export("0101");
    expect(escaped.text).toContain("&lt;R0101&gt;");
    expect(cdata.text).toContain("<![CDATA[<cash><R0101>");
    expect(readRecords(cdata.exportResult)).toEqual(readRecords(escaped.exportResult));
  });

  it("writes only filled fields", async () => {
    const { text } = await speak(sandbox.url).export("0101");
    expect(text).not.toMatch(/&lt;F(\d{4})&gt;&lt;\/F\1&gt;/);
  });

  it("gives one record for a key, with or without its zeros", async () => {
    expect(await read("0101|000120")).toEqual(await read("0101|120"));
    expect((await read("0101|120")).map((fields) => fields["0101"])).toEqual(["000120"]);
  });

  it("gives all delivery addresses of a relation for the relation's number alone", async () => {
    const all = await read("2229");
    const [first] = all;
    const number = first?.["0101"] ?? "";
    expect(await read(`2229|${number}`)).toEqual(all.filter((fields) => fields["0101"] === number));
  });

  it("leaves the result out when there is nothing, or sends an empty document", async () => {
    expect(await speak(sandbox.url).export("2400")).toMatchObject({ code: 1, exportResult: undefined });
    await sandbox.changeProtocol({ emptyResult: "emptyDocument" });
    expect(await speak(sandbox.url).export("2400")).toMatchObject({ code: 1, exportResult: "Content-type: text/xml <cash></cash>" });
  });

  it("names the fields when the command ends in X", async () => {
    const { exportResult } = await speak(sandbox.url).export("2209X");
    expect(exportResult).toContain('<F2209 name="Magazijncode">HOOFD</F2209>');
  });

  it("refuses a command it does not know with code 800", async () => {
    for (const command of ["9999", "0101Q", "2209W|1", "0101W", "nonsense", ""]) {
      expect(await speak(sandbox.url).export(command), command).toMatchObject({ code: 800, exportResult: undefined });
    }
  });

  it("has other data in the second administration", async () => {
    const second = readRecords((await speak(sandbox.url, undefined, "02").export("0101")).exportResult);
    const first = await read("0101");
    expect(second).toHaveLength(60);
    expect(second[0]).not.toEqual(first[0]);
  });

  it("gives the same records to two sandboxes with the same seed, and others to another seed", async () => {
    const same = await startCashSandbox({ relations: 300 });
    const other = await startCashSandbox({ relations: 300, seed: 7 });
    try {
      const first = await speak(sandbox.url).export("0101");
      expect((await speak(same.url).export("0101")).exportResult).toBe(first.exportResult);
      expect((await speak(other.url).export("0101")).exportResult).not.toBe(first.exportResult);
    } finally {
      await Promise.all([same.stop(), other.stop()]);
    }
  });
});

describe("the commands for what changed", () => {
  it("give what changed in the last days, by the sandbox's clock", async () => {
    await sandbox.advanceClock({ days: 2000 });
    expect(await read("0101W|30")).toEqual([]);
    await sandbox.changeRecords("01", [{ action: "change", table: "0101", key: "110", fields: { "0103": "Nieuwe naam" } }]);
    expect((await read("0101W|0")).map((fields) => fields["0103"])).toEqual(["Nieuwe naam"]);
    await sandbox.advanceClock({ days: 3 });
    expect(await read("0101W|2")).toEqual([]);
    expect(await read("0101W|3")).toHaveLength(1);
  });

  it("do not show a change that was made silently", async () => {
    await sandbox.advanceClock({ days: 2000 });
    await sandbox.changeRecords("01", [{ action: "change", table: "0101", key: "110", fields: { "0103": "Stil" }, silently: true }]);
    expect(await read("0101W|1")).toEqual([]);
    expect((await read("0101|110"))[0]).toMatchObject({ "0103": "Stil" });
  });

  it("do not show changes of customers and delivery addresses among the relations", async () => {
    await sandbox.advanceClock({ days: 2000 });
    await sandbox.changeRecords("01", [{ action: "block", table: "2220", key: "110" }]);
    expect(await read("0101W|1")).toEqual([]);
    expect(await read("2220W|1")).toMatchObject([{ "0101": "000110", "2226": "J" }]);
  });

  it("are refused for 2220, 2229 and 2400 when the switch says so", async () => {
    await sandbox.changeProtocol({ knowsDoubtfulChanges: false });
    for (const command of ["2220W|1", "2229W|1", "2400W|1"]) expect(await speak(sandbox.url).export(command)).toMatchObject({ code: 800 });
    expect(await speak(sandbox.url).export("0101W|1")).toMatchObject({ code: 1 });
  });
});

describe("the letters of 2260", () => {
  it("leave out articles beyond the web shop unless A is given", async () => {
    expect((await read("2260")).length).toBe(80);
    expect((await read("2260A")).length).toBe(100);
  });

  it("show stock with V, hide the purchase price with I and the images with Z, in any combination", async () => {
    const has = (records: readonly Readonly<Record<string, string>>[], field: string) => records.some((fields) => field in fields);
    const [plain, combined] = [await read("2260A"), await read("2260AVIZ")];
    expect([has(plain, "2273"), has(plain, "2264"), has(plain, "2295")]).toEqual([false, true, true]);
    expect([has(combined, "2273"), has(combined, "2264"), has(combined, "2295")]).toEqual([true, false, false]);
  });

  it("combine with W", async () => {
    await sandbox.advanceClock({ days: 2000 });
    const [article] = await read("2260A");
    const code = article?.["2260"] ?? "";
    await sandbox.changeRecords("01", [{ action: "change", table: "2260", key: code, fields: { "2267": "12,5" } }]);
    expect(await read("2260AZW|7")).toMatchObject([{ "2260": code, "2267": "12,50" }]);
  });
});

describe("the next relation number", () => {
  it("is one more than the greatest, and N writes nothing", async () => {
    expect(await read("2050N")).toEqual([{ "0101": "000400" }]);
    expect(await read("2050N")).toEqual([{ "0101": "000400" }]);
    expect(await read("0101|400")).toEqual([]);
  });

  it("is taken by R, which writes a record", async () => {
    expect(await read("2050R")).toEqual([{ "0101": "000400" }]);
    expect(await read("0101|400")).toEqual([{ "0101": "000400" }]);
    expect(await read("2050N")).toEqual([{ "0101": "000401" }]);
  });
});
