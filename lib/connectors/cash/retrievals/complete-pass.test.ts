import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { FaultInput } from "@/e2e/sandbox/cash/faults/schema";
import { describeData } from "@/e2e/sandbox/cash/generator/describe";
import { startCashSandbox, type CashSandbox } from "@/e2e/sandbox/cash/start";
import type { RecordKind } from "@/lib/connectors/record-kinds";
import { createCashConnector } from "../connector";
import { readFieldMap, type FieldMap } from "../field-map";
import { failureOf, knownFrom, openConversation, readPass, tallyOutcomes } from "../testing/conversation";

const data = { relations: 5000, articles: 1000, warehouses: 8, employees: 40 };
const described = describeData(data);

let sandbox: CashSandbox;
beforeAll(async () => {
  sandbox = await startCashSandbox({ ...data, protocol: { requestsPerMinute: 0 } });
});
afterEach(async () => {
  await sandbox.reset();
});
afterAll(() => sandbox.stop());

function retrieval(id: string, wsdlUrl = sandbox.wsdlUrl, overrides: Partial<FieldMap> = {}) {
  const found = createCashConnector(() => ({ wsdlUrl, fieldMap: readFieldMap(overrides) })).retrievals.find((one) => one.id === id);
  if (found === undefined) throw new Error(`No retrieval ${id}`);
  return found;
}

describe.each([["3.0", "01"], ["2015", "02"]] as const)("everything, by the WSDL of %s from administration %s", (version, administration) => {
  const read = (id: string) => readPass(retrieval(id, version === "3.0" ? sandbox.wsdlUrl : sandbox.wsdl2015Url), openConversation({ administration }).context);
  const expected = described[administration];

  it("gives each relation its outcome, exactly as often as there are such relations", async () => {
    const pass = await read("relations");
    const { imported, skipped, kinds } = expected.relations;
    expect(tallyOutcomes(pass.records("relations"))).toEqual({ import: imported, ...skipped, duplicate: kinds.duplicateNumber });
    expect(tallyOutcomes(pass.records("deliveryAddresses"))).toEqual({ import: expected.deliveryAddresses.rows });
    expect(pass.end).toMatchObject({ complete: ["relations", "deliveryAddresses"] });
  });

  it("gives relations before their addresses, in pages of at most a thousand", async () => {
    const { pages } = await read("relations");
    const kinds = pages.map(({ kind }) => kind);
    expect(kinds.lastIndexOf("relations")).toBeLessThan(kinds.indexOf("deliveryAddresses"));
    expect(Math.max(...pages.map(({ records }) => records.length))).toBeLessThanOrEqual(1000);
  });

  it("gives each article its outcome", async () => {
    const pass = await read("articles");
    const { A, M, E, S, K, T } = expected.articles.types;
    const material = [A, M, E, S];
    const sum = (of: (type: typeof A) => number) => material.reduce((total, type) => total + of(type), 0);
    expect(tallyOutcomes(pass.records("materials"))).toEqual({
      import: sum((type) => type.usable), blocked: sum((type) => type.blocked), missingName: sum((type) => type.withoutDescription), unknownType: T.rows,
    });
    expect(pass.records("hourTypes").filter(({ outcome }) => outcome === "import")).toHaveLength(K.usable);
    expect(pass.end).toMatchObject({ complete: ["materials", "hourTypes"] });
  });

  it("gives warehouses and employees", async () => {
    const { warehouses, employees } = expected;
    const [readWarehouses, readEmployees] = [await read("warehouses"), await read("employees")];
    expect(tallyOutcomes(readWarehouses.records("warehouses"))).toEqual({
      import: warehouses.rows - warehouses.blocked, ...(warehouses.blocked === 0 ? {} : { blocked: warehouses.blocked }),
    });
    expect(tallyOutcomes(readEmployees.records("employees"))).toEqual({ import: employees.rows - employees.blocked, blocked: employees.blocked });
  });
});

describe("a retrieval", () => {
  it("that many imports share hands over only the kinds that are switched on, with one export", async () => {
    const { context, exchanges } = openConversation();
    const pass = await readPass(retrieval("articles"), context, { kinds: new Set<RecordKind>(["hourTypes"]) });
    expect(new Set(pass.pages.map(({ kind }) => kind))).toEqual(new Set(["hourTypes"]));
    expect(pass.end).toMatchObject({ complete: ["hourTypes"] });
    expect(exchanges.filter(({ operation }) => operation === "export")).toHaveLength(1);
  });

  it("never reads employees by itself", () => {
    const schedules = createCashConnector(() => ({ wsdlUrl: sandbox.wsdlUrl, fieldMap: readFieldMap({}) })).retrievals.map(({ id, schedule }) => [id, schedule]);
    expect(schedules).toEqual([["relations", "automatic"], ["articles", "automatic"], ["warehouses", "automatic"], ["employees", "manual"]]);
  });

  it.each([
    ["escaped, with the prefix, nothing for an empty table", {}],
    ["as CDATA, without the prefix, an empty document for an empty table", { resultEncoding: "cdata", hasPrefix: false, emptyResult: "emptyDocument" }],
  ] as const)("reads results %s", async (_, protocol) => {
    await sandbox.changeProtocol(protocol);
    const pass = await readPass(retrieval("relations"), openConversation().context);
    expect(tallyOutcomes(pass.records("relations"))["import"]).toBe(described["01"].relations.imported);
    await sandbox.setFaults([{ kind: "emptyTable", only: { table: "2209" } }]);
    expect(await readPass(retrieval("warehouses"), openConversation().context)).toMatchObject({ pages: [], end: { complete: ["warehouses"] } });
  });

  it("takes a token that ran out in its stride, once", async () => {
    for (const code of [5, 6] as const) {
      await sandbox.setFaults([{ kind: "tokenExpired", code, times: 1, only: { operation: "Export" } }]);
      const pass = await readPass(retrieval("warehouses", sandbox.wsdl2015Url), openConversation().context);
      expect(pass.records("warehouses")).toHaveLength(8);
    }
    await sandbox.setFaults([{ kind: "tokenExpired", only: { operation: "Export" } }]);
    const { context, exchanges } = openConversation();
    expect(await failureOf(readPass(retrieval("warehouses", sandbox.wsdl2015Url), context))).toMatchObject({ code: "vendor_error", detail: { code: 5 } });
    expect(exchanges.filter(({ operation }) => operation === "Export")).toHaveLength(2);
  });

  it.each<[string, FaultInput, string]>([
    ["is cut off in a record", { kind: "halfTable", variant: "cut" }, "vendor_incomplete"],
    ["is broken off by the network", { kind: "halfTable", variant: "reset" }, "vendor_incomplete"],
    ["stands still half-way", { kind: "slow", chunkMs: 60_000 }, "vendor_slow"],
    ["does not begin", { kind: "slow", headersMs: 60_000 }, "vendor_slow"],
    ["is a web page", { kind: "nonsense" }, "vendor_nonsense"],
    ["is broken XML", { kind: "brokenXml" }, "vendor_nonsense"],
    ["is refused for lack of rights", { kind: "missingRights" }, "missing_rights"],
    ["is refused for another reason", { kind: "responseCode", code: 800 }, "vendor_error"],
    ["is refused with the code of an import", { kind: "responseCode", code: 900 }, "vendor_error"],
  ])("whose answer %s ends with an error and never with `end`", async (_, fault, code) => {
    await sandbox.setFaults([{ ...fault, only: { table: "0101" } }]);
    const { context, exchanges } = openConversation({ timing: code === "vendor_slow" ? { vendorAnswerTimeout: 500, vendorIdleTimeout: 500 } : {} });
    expect((await failureOf(readPass(retrieval("relations"), context))).code).toBe(code);
    expect(exchanges.at(-1)?.outcome).toBe(fault.kind === "missingRights" || fault.kind === "responseCode" ? "refused" : "failed");
  });

  it("hands over what came before the answer broke off", async () => {
    await sandbox.setFaults([{ kind: "halfTable", only: { table: "0101" } }]);
    let seen = 0;
    const pass = { mode: "complete", since: null, resume: null, kinds: new Set<RecordKind>(["relations"]), known: knownFrom() } as const;
    const reading = (async () => {
      for await (const event of retrieval("relations").read(openConversation().context, pass)) seen += event.type === "page" ? event.records.length : 0;
    })();
    expect((await failureOf(reading)).code).toBe("vendor_incomplete");
    expect(seen).toBe(2000);
  });

  it("does not take a missing list of customers for the end of all customers", async () => {
    await sandbox.setFaults([{ kind: "emptyTable", only: { table: "2220" } }]);
    const known = knownFrom({ relations: { "000100": { state: "active" } } });
    expect(await failureOf(readPass(retrieval("relations"), openConversation().context, { known }))).toMatchObject({ code: "vendor_emptied" });
    const pass = await readPass(retrieval("relations"), openConversation().context);
    expect(tallyOutcomes(pass.records("relations"))["import"]).toBeUndefined();
  });

  it("without an administration, or with one the user no longer sees, asks for it", async () => {
    expect(await failureOf(readPass(retrieval("warehouses"), openConversation({ administration: null }).context))).toMatchObject({ code: "administration_missing", kind: "config" });
    expect(await failureOf(readPass(retrieval("warehouses"), openConversation({ administration: "77" }).context))).toMatchObject({ code: "administration_missing" });
  });

  it("takes a customer whose relation is gone for gone, and lists it as not imported", async () => {
    await sandbox.changeRecords("01", [{ action: "remove", table: "0101", key: "000100" }]);
    const pass = await readPass(retrieval("relations"), openConversation().context);
    expect(pass.records("relations").find(({ externalId }) => externalId === "000100")).toMatchObject({ outcome: "skip", reason: "withoutRelation" });
    await sandbox.reset("data");
  });

  it("stops reading, and lets the connection go, as soon as nobody listens any more", async () => {
    const { context, exchanges } = openConversation();
    const pass = { mode: "complete", since: null, resume: null, kinds: new Set<RecordKind>(["relations"]), known: knownFrom() } as const;
    for await (const event of retrieval("relations").read(context, pass)) if (event.type === "page") break;
    expect(exchanges.at(-1)).toMatchObject({ operation: "export", outcome: "answered" });
    expect(exchanges.at(-1)?.answerSize).toBeLessThan(2_000_000);
  });
});

describe("one bad record", () => {
  it("never stops the others, and is told with its field and value", async () => {
    const flaw = (fields: Record<string, string>) => ({ action: "change", table: "0101", key: "000100", fields, raw: true }) as const;
    for (const [fields, field] of [[{ "0105": "x".repeat(10_000) }, "street"], [{ "0111": "abc" }, "paymentTerm"]] as const) {
      await sandbox.changeRecords("01", [flaw(fields)]);
      const pass = await readPass(retrieval("relations"), openConversation().context);
      expect(tallyOutcomes(pass.records("relations"))).toMatchObject({ import: described["01"].relations.imported - 1, fail: 1 });
      expect(pass.records("relations").find(({ outcome }) => outcome === "fail")).toMatchObject({ externalId: "000100", field });
      await sandbox.reset("data");
    }
  });

  it("with characters XML forbids is read without them", async () => {
    await sandbox.changeRecords("01", [{ action: "change", table: "0101", key: "000100", fields: { "0103": "Jan\u0002sen <& Zn> ]]>" }, raw: true }]);
    const pass = await readPass(retrieval("relations"), openConversation().context);
    expect(pass.records("relations").find(({ externalId }) => externalId === "000100")).toMatchObject({ content: { name: "Jansen <& Zn> ]]>" } });
    await sandbox.reset("data");
  });
});
