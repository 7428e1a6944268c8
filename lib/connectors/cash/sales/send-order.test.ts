import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { FaultInput } from "@/e2e/sandbox/cash/faults/schema";
import { startCashSandbox, type CashSandbox } from "@/e2e/sandbox/cash/start";
import { readRecords, speak } from "@/e2e/sandbox/cash/testing/wire";
import type { SendOutcome } from "@/lib/connectors/exporter";
import type { Timing } from "@/lib/timing";
import { exampleDocument, materialLine, noKeys, textLine } from "../testing/example-order";
import { failureOf, openConversation } from "../testing/conversation";
import { findSandboxKeys, type SandboxKeys } from "../testing/sandbox-keys";
import { createCashExporterAt } from "../testing/exporter-at";

let sandbox: CashSandbox;
let keys: SandboxKeys;
beforeAll(async () => {
  sandbox = await startCashSandbox({ relations: 20, articles: 40, protocol: { requestsPerMinute: 0 } });
  keys = await findSandboxKeys(sandbox);
});
afterEach(() => sandbox.reset("data"));
afterAll(() => sandbox.stop());

const short: Partial<Timing> = { vendorAnswerTimeout: 300, vendorIdleTimeout: 300 };
const matched = () => ({ relations: { "100": keys.customer }, articles: { "4711": keys.material } });
const document = () => exampleDocument({ lines: [materialLine("4711"), textLine("Kraan vervangen")] });
const orders = async () => readRecords((await speak(sandbox.url).export("2400")).exportResult).length;
const importCount = async () => (await sandbox.requests({ operation: "Import" })).length;

async function send(fault: FaultInput | null, version: "3.0" | "2015" = "3.0", timing: Partial<Timing> = {}): Promise<SendOutcome> {
  if (fault !== null) await sandbox.setFaults([fault]);
  const exporter = createCashExporterAt(version === "3.0" ? sandbox.wsdlUrl : sandbox.wsdl2015Url);
  return exporter.send(openConversation({ timing }).context, exporter.prepare(document(), matched(), {}));
}

const onImport = { only: { operation: "Import" } } as const;

describe.each(["3.0", "2015"] as const)("an order sent by the WSDL of %s", (version) => {
  it("is booked, with its lines, and Cash's transaction is known", async () => {
    expect(await send(null, version)).toEqual({ outcome: "booked", documentId: null, ticket: "100001" });
    expect(await orders()).toBe(1);
    expect(readRecords((await speak(sandbox.url).export("2410|260001")).exportResult)).toEqual([
      { "2400": "260001", "2426": "0001", "2260": keys.material, "2001": "Koelkraan", "2410": "2,00", "2267": "12,50", "2002": "0,00" },
      { "2400": "260001", "2426": "0002", "2001": "Kraan vervangen" },
    ]);
  });

  it("is pending where Cash has not worked it off yet", async () => {
    expect(await send({ kind: "pending", ...onImport }, version)).toEqual({ outcome: "pending", ticket: "100001" });
    expect(await orders()).toBe(0);
  });
});

describe("nothing was sent", () => {
  it.each<[string, FaultInput, string]>([
    ["the login is refused", { kind: "loginRefused" }, "credentials_refused"],
    ["no administration is linked", { kind: "noAdministration", ...onImport }, "no_administration"],
    ["the limit is reached", { kind: "rateLimited", ...onImport }, "vendor_rate_limited"],
    ["the token cannot be issued (4)", { kind: "responseCode", code: 4, ...onImport }, "vendor_error"],
    ["the token is not valid (5)", { kind: "responseCode", code: 5, ...onImport }, "vendor_error"],
    ["the token is corrupted (6)", { kind: "responseCode", code: 6, ...onImport }, "vendor_error"],
    ["the administration is not named (903)", { kind: "responseCode", code: 903, ...onImport }, "administration_missing"],
    ["Cash is down before the import", { kind: "serverError", only: { operation: "ListAdministrations" } }, "vendor_error"],
    ["Cash is silent before the import", { kind: "timeout", only: { operation: "ListAdministrations" } }, "vendor_slow"],
  ])("when %s", async (_, fault, code) => {
    expect(await send(fault, "3.0", code === "vendor_slow" ? short : {})).toMatchObject({ outcome: "notSent", error: { code } });
    await sandbox.setFaults([]);
    expect(await orders()).toBe(0);
  });

  it("when the limit is reached and said in a fault", async () => {
    await sandbox.changeProtocol({ rateLimitAnswer: "fault" });
    expect(await send({ kind: "rateLimited", ...onImport })).toMatchObject({ outcome: "notSent", error: { code: "vendor_rate_limited" } });
  });

  it("when the connection is never opened", async () => {
    const exporter = createCashExporterAt(sandbox.wsdlUrl);
    const { context } = openConversation();
    await exporter.lookUp(context, { relations: ["100"], articles: [] });
    const prepared = exporter.prepare(document(), matched(), {});
    const gone = await startCashSandbox({ relations: 5 });
    await gone.stop();
    expect(await createCashExporterAt(gone.wsdlUrl).send(openConversation().context, prepared)).toMatchObject({ outcome: "notSent", error: { code: "vendor_unreachable", kind: "transient" } });
  });

  it("when the lease is lost before the first byte", async () => {
    const exporter = createCashExporterAt(sandbox.wsdlUrl);
    const { context } = openConversation();
    const prepared = exporter.prepare(document(), matched(), {});
    const lost = { ...context, takeBudget: () => Promise.reject(new Error("lost")) };
    expect(await exporter.send(lost, prepared)).toMatchObject({ outcome: "notSent", error: { code: "unexpected" } });
  });

  it("when it is broken off from this side before it leaves", async () => {
    const exporter = createCashExporterAt(sandbox.wsdlUrl);
    const { context, abort } = openConversation();
    abort.abort();
    expect(await exporter.send(context, exporter.prepare(document(), matched(), {}))).toMatchObject({ outcome: "notSent", error: { code: "vendor_unreachable" } });
  });

  it("when the order has no customer, or a problem", async () => {
    const exporter = createCashExporterAt(sandbox.wsdlUrl);
    const nobody = exampleDocument({ customer: { ...document().customer, debtorNumber: null } });
    for (const wrong of [nobody, exampleDocument({ date: "1999-12-31" })]) {
      expect(await exporter.send(openConversation().context, exporter.prepare(wrong, noKeys, {}))).toMatchObject({ outcome: "notSent", error: { kind: "system" } });
    }
    expect(await importCount()).toBe(0);
  });
});

describe("a token that ran out", () => {
  it("is replaced and the import sent once more, because nothing was booked", async () => {
    for (const code of [5, 6] as const) {
      expect(await send({ kind: "tokenExpired", code, times: 1, ...onImport }, "2015")).toMatchObject({ outcome: "booked" });
      expect([await orders(), await importCount()]).toEqual([1, 2]);
      await sandbox.reset("data");
    }
  });

  it("proves that nothing was booked also when no second one can be had", async () => {
    await sandbox.setFaults([{ kind: "tokenExpired", times: 1, ...onImport }, { kind: "serverError", skip: 1, only: { operation: "Authenticate" } }]);
    expect(await send(null, "2015")).toMatchObject({ outcome: "notSent", error: { code: "vendor_error" } });
    expect(await importCount()).toBe(1);
  });

  it("leaves it uncertain when the second one is not answered", async () => {
    await sandbox.setFaults([{ kind: "tokenExpired", times: 1, ...onImport }, { kind: "timeout", when: "afterCommit", skip: 1, ...onImport }]);
    expect(await send(null, "2015", short)).toMatchObject({ outcome: "uncertain", error: { code: "vendor_slow" } });
    await sandbox.setFaults([]);
    expect([await orders(), await importCount()]).toEqual([1, 2]);
  });
});

describe("it may have been booked", () => {
  it.each<[string, FaultInput, string, string | null]>([
    ["no answer comes, and it was not", { kind: "timeout" }, "vendor_slow", null],
    ["no answer comes, and it was", { kind: "timeout", when: "afterCommit" }, "vendor_slow", null],
    ["the connection breaks before", { kind: "reset" }, "vendor_unreachable", null],
    ["the connection breaks after", { kind: "reset", when: "afterCommit" }, "vendor_unreachable", null],
    ["Cash answers 503 before", { kind: "serverError" }, "vendor_error", null],
    ["Cash answers 502 after", { kind: "serverError", status: 502, when: "afterCommit" }, "vendor_error", null],
    ["Cash answers 500 after", { kind: "serverError", status: 500, when: "afterCommit" }, "vendor_error", null],
    ["a web page comes", { kind: "nonsense" }, "vendor_nonsense", null],
    ["the answer is broken", { kind: "brokenXml" }, "vendor_nonsense", "100001"],
    ["the answer's body comes twice", { kind: "doubledAnswer" }, "vendor_nonsense", "100001"],
    ["the answer is of the file (3)", { kind: "responseCode", code: 3 }, "vendor_error", null],
    ["the answer is of the export (800)", { kind: "responseCode", code: 800 }, "vendor_error", null],
    ["the answer is of the import (900)", { kind: "responseCode", code: 900 }, "vendor_error", null],
    ["the answer is of the transaction (901)", { kind: "responseCode", code: 901 }, "vendor_error", null],
  ])("when %s", async (_, fault, code, ticket) => {
    const timing = code === "vendor_slow" ? short : {};
    expect(await send({ ...fault, ...onImport }, "3.0", timing)).toMatchObject({ outcome: "uncertain", error: { code, kind: "uncertain" }, ticket });
    expect(await importCount()).toBe(1);
  });

  it("when it is broken off from this side while Cash works", async () => {
    await sandbox.setFaults([{ kind: "slow", headersMs: 60_000, ...onImport }]);
    const exporter = createCashExporterAt(sandbox.wsdlUrl);
    const { context, abort } = openConversation();
    const sending = exporter.send(context, exporter.prepare(document(), matched(), {}));
    await expect.poll(orders).toBe(1);
    abort.abort();
    expect(await sending).toMatchObject({ outcome: "uncertain", error: { code: "vendor_slow", kind: "uncertain" }, ticket: null });
  });

  it("but a whole answer that comes twice is heard once", async () => {
    expect(await send({ kind: "doubledAnswer", how: "response", ...onImport })).toMatchObject({ outcome: "booked", ticket: "100001" });
    expect([await orders(), await importCount()]).toEqual([1, 1]);
  });
});

describe("an order that Cash refuses", () => {
  it("says which field of which line, and keeps Cash's own words", async () => {
    const exporter = createCashExporterAt(sandbox.wsdlUrl);
    const prepared = exporter.prepare(document(), { ...matched(), articles: { "4711": "ONBEKEND" } }, {});
    expect(await exporter.send(openConversation().context, prepared)).toEqual({
      outcome: "refused",
      ticket: "100001",
      problems: [
        {
          code: "valueRefused",
          params: { vendor: "Cash", record: "orderLine", field: "article", value: "ONBEKEND", line: 1 },
          raw: "Ongeldige waarde 2260=ONBEKEND\n2410|2260=ONBEKEND|2001=Koelkraan|2410=2,00|2267=12,50|2002=0,00|",
        },
      ],
      raw: expect.stringContaining("<message>Ongeldige waarde 2260=ONBEKEND</message>"),
    });
  });

  it("names the head alone when its lines are refused for having none", async () => {
    const exporter = createCashExporterAt(sandbox.wsdlUrl);
    const outcome = await exporter.send(openConversation().context, exporter.prepare(document(), { ...matched(), relations: { "100": "999999" } }, {}));
    expect(outcome).toMatchObject({ outcome: "refused", problems: [{ params: { record: "salesOrder", field: "customer", value: "999999" } }] });
    expect(await orders()).toBe(0);
  });

  it("repeats what Cash says where it speaks of no value", async () => {
    const outcome = await send({ kind: "refused", message: "Periode is afgesloten", ...onImport });
    expect(outcome).toMatchObject({ outcome: "refused", problems: [{ code: "refused", params: { vendor: "Cash", message: "Periode is afgesloten" } }, {}, {}] });
  });
});

describe("a transaction", () => {
  const check = (ticket: string) => createCashExporterAt(sandbox.wsdlUrl).check(openConversation().context, ticket);

  it("tells its state: pending, done, refused, or unknown", async () => {
    await send({ kind: "pending", polls: 1, ...onImport });
    expect([await check("100001"), await check("100001")]).toEqual([{ state: "pending" }, { state: "done" }]);
    await send({ kind: "pending", polls: 1, then: "refused", ...onImport });
    await check("100002");
    expect(await check("100002")).toMatchObject({ state: "refused", problems: [{ code: "refused", params: { message: "Administratie is geblokkeerd" } }, {}, {}], raw: expect.stringContaining("geblokkeerd") });
    expect(await check("999999")).toEqual({ state: "unknown" });
  });

  it("is not taken for unknown when Cash is away or answers something else", async () => {
    for (const fault of [{ kind: "serverError" }, { kind: "responseCode", code: 901 }, { kind: "nonsense" }] as const) {
      await sandbox.setFaults([fault]);
      expect((await failureOf(check("100001"))).code, fault.kind).toMatch(/^vendor_/);
    }
  });
});
