import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { startCashSandbox, type CashSandbox } from "@/e2e/sandbox/cash/start";
import type { FieldMap } from "../field-map";
import { exampleDocument, materialLine, textLine } from "../testing/example-order";
import { createCashExporterAt } from "../testing/exporter-at";
import { failureOf, openConversation } from "../testing/conversation";
import { findSandboxKeys, type SandboxKeys } from "../testing/sandbox-keys";

let sandbox: CashSandbox;
let keys: SandboxKeys;
beforeAll(async () => {
  sandbox = await startCashSandbox({ relations: 20, articles: 40, protocol: { requestsPerMinute: 0 } });
  keys = await findSandboxKeys(sandbox);
});
afterEach(() => sandbox.reset("data"));
afterAll(() => sandbox.stop());

const exporter = (overrides: Partial<FieldMap> = {}) => createCashExporterAt(sandbox.wsdlUrl, overrides);
const prepare = (reference: string) => {
  const lines = [materialLine("4711"), textLine("Kraan vervangen"), materialLine("4711", { quantity: "-0.125", unitPrice: "99.99", discount: "12.5" })];
  return exporter().prepare(exampleDocument({ reference, lines }), { relations: { "100": keys.customer }, articles: { "4711": keys.material } }, {});
};
const book = async (reference: string) => {
  expect(await exporter().send(openConversation().context, prepare(reference))).toMatchObject({ outcome: "booked" });
};
const find = (reference: string, since = new Date(), overrides: Partial<FieldMap> = {}) => exporter(overrides).find(openConversation().context, { reference, since, sent: null });
const commands = async () => (await sandbox.requests({ operation: "Export" })).map(({ subject }) => subject);

describe("an order", () => {
  it("is found by its reference, with its number, its lines and where to see it", async () => {
    await book("2026.1234 P-77");
    const [found] = await find("2026.1234 P-77", new Date(), { orderUrl: "https://cash.example/{administration}/order/{number}" });
    expect(found).toMatchObject({ id: "260001", number: "260001", url: "https://cash.example/01/order/260001", date: "2026-11-21", customer: String(Number(keys.customer)) });
    expect(found?.content.lines).toHaveLength(3);
    expect((await find("2026.1234 P-77"))[0]?.url).toBeNull();
  });

  it("that was found is what was sent", async () => {
    await book("2026.1234");
    const [found] = await find("2026.1234");
    if (found === undefined) throw new Error("not found");
    expect(exporter().compare(prepare("2026.1234"), found)).toEqual([]);
    await sandbox.changeRecords("01", [{ action: "change", table: "2410", key: "260001|0003", fields: { "2410": "1,00" } }]);
    const [changed] = await find("2026.1234");
    expect(changed && exporter().compare(prepare("2026.1234"), changed)).toEqual([{ field: "quantity", line: 3, expected: "-0,125", found: "1,00" }]);
  });

  it("of five hundred lines with emoji and separators comes back as it was sent", async () => {
    const lines = Array.from({ length: 500 }, (_, place) => materialLine("4711", { position: place + 1, quantity: `${place % 7 || -1}.${place % 10}`, text: `Regel ${place} | 🔧 “aansluiting” & <bocht> van dertig centimeter` }));
    const document = exampleDocument({ description: "Een | regel 🔥", lines });
    const prepared = exporter().prepare(document, { relations: { "100": keys.customer }, articles: { "4711": keys.material } }, {});
    expect(await exporter().send(openConversation().context, prepared)).toMatchObject({ outcome: "booked" });
    const [found] = await find("2026.1234");
    expect(found?.content.lines).toHaveLength(1000);
    expect(found && exporter().compare(prepared, found)).toEqual([]);
  });

  it("with a reference that only begins alike is another one", async () => {
    for (const other of ["2026.12345", "2026.1234-2", "2026.1234 X", "2026.123"]) await book(other);
    expect(await find("2026.1234")).toEqual([]);
    expect((await find("2026.1234-2")).map(({ id }) => id)).toEqual(["260002"]);
  });

  it("is found where Cash writes references in capitals, and told apart where it does not", async () => {
    await book("wo-12a");
    await book("wo-12A");
    expect((await find("wo-12a")).map(({ id }) => id)).toEqual(["260001"]);
    await sandbox.changeRecords("01", [{ action: "change", table: "2400", key: "260001", fields: { "2406": "WO-12A" } }, { action: "remove", table: "2400", key: "260002" }]);
    expect((await find("wo-12a")).map(({ id }) => id)).toEqual(["260001"]);
  });

  it("that stands there twice is found twice", async () => {
    await book("2026.1234");
    await book("2026.1234");
    expect((await find("2026.1234")).map(({ number }) => number)).toEqual(["260001", "260002"]);
  });
});

describe("the look-up", () => {
  it("reads what changed, and the lines of what it finds", async () => {
    await book("2026.1234");
    await find("2026.1234", new Date(Date.now() - 3 * 86_400_000));
    expect(await commands()).toEqual(["2400W|4", "2410|260001"]);
  });

  it("reads the whole table before it says that there is none, and finds what `changed` does not show", async () => {
    expect(await find("2026.1234")).toEqual([]);
    expect(await commands()).toEqual(["2400W|1", "2400"]);
    await book("2026.1234");
    await sandbox.advanceClock({ days: 30 });
    expect(await find("2026.1234", new Date(Date.now() + 30 * 86_400_000))).toHaveLength(1);
  });

  it("manages without the letter W", async () => {
    await sandbox.changeProtocol({ knowsDoubtfulChanges: false });
    await book("2026.1234");
    expect(await find("2026.1234")).toHaveLength(1);
    expect(await find("2026.9999")).toEqual([]);
    expect(await commands()).toEqual(["2400W|1", "2400", "2410|260001", "2400W|1", "2400"]);
  });

  it("manages where Cash does not answer for the lines of one order", async () => {
    await book("2026.1234");
    await book("2026.1235");
    await sandbox.setFaults([{ kind: "responseCode", code: 800, only: { command: "2410|" } }]);
    expect((await find("2026.1235"))[0]?.content.lines).toHaveLength(3);
  });

  it.each([
    ["breaks off", { kind: "halfTable", variant: "cut" }, "vendor_incomplete"],
    ["is an error", { kind: "serverError" }, "vendor_error"],
    ["is refused for lack of rights", { kind: "missingRights" }, "missing_rights"],
    ["is nonsense", { kind: "nonsense" }, "vendor_nonsense"],
  ] as const)("never says that there is none when the answer %s", async (_, fault, code) => {
    await book("2026.1234");
    await sandbox.setFaults([{ ...fault, only: { table: "2400" } }]);
    expect((await failureOf(find("2026.1234"))).code).toBe(code);
  });

  it("asks for the administrations once in one conversation", async () => {
    const { context } = openConversation();
    await exporter().find(context, { reference: "2026.1234", since: new Date(), sent: null });
    await sandbox.reset();
    const same = exporter();
    await same.find(context, { reference: "2026.1234", since: new Date(), sent: null });
    await same.find(context, { reference: "2026.1235", since: new Date(), sent: null });
    expect(await sandbox.requests({ operation: "ListAdministrations" })).toHaveLength(1);
  });
});
