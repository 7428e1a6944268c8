import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { describeData } from "@/e2e/sandbox/easybill/generator/describe";
import type { EasybillSandbox } from "@/e2e/sandbox/easybill/start";
import { failureOf, knownFrom, readPass, tallyOutcomes } from "@/lib/connectors/testing/conversation";
import { converse, readBySteps, retrievalOf, startPlainSandbox } from "../testing/passes";

const size = { customers: 1_150, positions: 60, logins: 4 };
let sandbox: EasybillSandbox;
beforeAll(async () => {
  sandbox = await startPlainSandbox({ ...size, contacts: false });
});
afterEach(() => sandbox.reset("switches"));
afterAll(() => sandbox.stop());

const business = describeData(size).business;
const customerRequests = async () => (await sandbox.requests({ operation: "listCustomers" })).length;

describe("a pass over the customers", () => {
  it("hands over every customer with its delivery address, a thousand a request, step by step", async () => {
    const pass = await readBySteps(sandbox, retrievalOf(sandbox, "customers"));
    expect(pass.pages.map(({ kind, records, totalPages, goesOn }) => [kind, records.length, totalPages, goesOn])).toEqual([
      ["relations", 1000, 2, true], ["deliveryAddresses", expect.any(Number), 2, false],
      ["relations", 150, 2, true], ["deliveryAddresses", expect.any(Number), 2, false],
    ]);
    const { kinds } = business.customers;
    expect(tallyOutcomes(pass.records("relations"))).toMatchObject({ archived: kinds.archived, missingName: kinds.withoutName, missingCode: kinds.withoutNumber });
    expect(pass.records("deliveryAddresses").length).toBeGreaterThan(100);
    expect(pass.end).toMatchObject({ complete: ["relations", "deliveryAddresses"] });
    // The last step only says that the list is over.
    expect([pass.steps, await customerRequests()]).toEqual([3, 2]);
  });

  it("goes on in the middle of a page where only its relations were written", async () => {
    const retrieval = retrievalOf(sandbox, "customers");
    const whole = await readPass(retrieval, converse(sandbox).context);
    const [relations, addresses] = whole.pages;
    const rest = await readPass(retrieval, converse(sandbox).context, { resume: relations?.resume ?? null });
    expect(rest.pages[0]).toEqual(addresses);
    expect(rest.pages.map(({ kind }) => kind)).toEqual(["deliveryAddresses", "relations", "deliveryAddresses"]);
  });

  describe("during which customers go", () => {
    const retrieval = () => retrievalOf(sandbox, "customers");
    /** Removes the first customer after the first page; who was the first of the second page is never listed. Out: the slipped one, and the pass. */
    const readWhileOneGoes = async (unseen: (slipped: string) => readonly string[]) => {
      const [first] = await sandbox.customers();
      const whole = await readPass(retrieval(), converse(sandbox).context);
      const slipped = whole.pages[2]?.records[0]?.externalId ?? "";
      const known = { ...knownFrom(), unseen: (kind: string, limit: number) => Promise.resolve(kind === "relations" ? unseen(slipped).slice(0, limit) : []) };
      const pass = await readBySteps(sandbox, retrieval(), { known }, async (step) => {
        if (step === 1) await sandbox.act([{ act: "remove", table: "customers", id: first?.id ?? 0 }], { silently: true });
      });
      return { slipped, pass, ids: pass.records("relations").map(({ externalId }) => externalId) };
    };

    afterEach(() => sandbox.reset("data"));

    it("asks for whoever did not turn up, and counts nobody as gone who is there", async () => {
      const { slipped, pass, ids } = await readWhileOneGoes((slipping) => [slipping, "987654"]);
      expect(ids.filter((id) => id === slipped)).toHaveLength(1);
      expect(ids).toHaveLength(size.customers);
      expect(pass.end.complete).toEqual(["relations", "deliveryAddresses"]);
      expect((await sandbox.requests({ operation: "getCustomer" })).slice(-2).map(({ status }) => status).sort()).toEqual([200, 404]);
    });

    it("is not complete where those are too many to ask for", async () => {
      const { slipped, pass, ids } = await readWhileOneGoes((slipping) => [slipping, ...Array.from({ length: 50 }, (_, index) => String(900_000 + index))]);
      expect(ids).not.toContain(slipped);
      expect(pass.end.complete).toEqual([]);
    });
  });

  it("does not take a record that moved to the next page for a duplicate", async () => {
    const retrieval = retrievalOf(sandbox, "customers");
    const pass = await readPass(retrieval, converse(sandbox).context);
    const [page] = pass.pages;
    const second = pass.pages[2];
    const last = page?.records.slice(-3).map(({ externalId }) => externalId) ?? [];
    const place = Object.assign({}, second?.resume, { page: 1, part: null, isOver: false, lastIds: last });
    const again = await readPass(retrieval, converse(sandbox).context, { resume: place });
    expect(again.pages[0]?.records).toHaveLength(997);
  });

  it.each([
    ["shortList", "vendor_incomplete"],
    ["brokenJson", "vendor_nonsense"],
    ["nonsense", "vendor_nonsense"],
    ["unauthorized", "authentication_expired"],
  ] as const)("ends with a clear error when EasyBill answers with %s", async (kind, code) => {
    await sandbox.setFaults([{ kind, skip: 1, only: { operation: "listCustomers" } }]);
    expect((await failureOf(readPass(retrievalOf(sandbox, "customers"), converse(sandbox).context))).code).toBe(code);
  });

  it("that finds nothing is complete, whether EasyBill counts no page or one", async () => {
    await sandbox.setFaults([{ kind: "emptyList" }]);
    for (const emptyListPages of [0, 1] as const) {
      await sandbox.changeProtocol({ emptyListPages });
      const pass = await readBySteps(sandbox, retrievalOf(sandbox, "customers"));
      expect(pass.pages.map(({ records }) => records.length)).toEqual([0, 0]);
      expect(pass.end.complete).toEqual(["relations", "deliveryAddresses"]);
    }
  });
});

describe("a pass over the positions", () => {
  const { PRODUCT: product, SERVICE: service } = business.positions;

  it("makes products materials and services hour types, and passes over texts", async () => {
    const pass = await readBySteps(sandbox, retrievalOf(sandbox, "positions"));
    expect(pass.pages.map(({ kind, records, goesOn }) => [kind, records.length, goesOn])).toEqual([["materials", product.rows, true], ["hourTypes", service.rows, false]]);
    expect(pass.records("materials").filter((record) => record.outcome === "skip" && record.reason === "archived")).toHaveLength(product.archived);
    expect(pass.end.complete).toEqual(["materials", "hourTypes"]);
  });

  it("names the category of a material by its code", async () => {
    const codes = (await readPass(retrievalOf(sandbox, "categories"), converse(sandbox).context)).records("categories").flatMap((record) => (record.outcome === "import" && "code" in record.content ? [record.content.code] : []));
    const { records } = await readPass(retrievalOf(sandbox, "positions"), converse(sandbox).context);
    const groups = records("materials").flatMap((record) => (record.outcome === "import" && "group" in record.content && record.content.group !== null ? [record.content.group] : []));
    expect(groups.length).toBeGreaterThan(0);
    expect(groups.filter((group) => !codes.includes(group))).toEqual([]);
  });

  it("asks for services alone where only hour types are on", async () => {
    const pass = await readPass(retrievalOf(sandbox, "positions"), converse(sandbox).context, { kinds: new Set(["hourTypes"] as const) });
    expect(pass.pages.map(({ kind, records }) => [kind, records.length])).toEqual([["hourTypes", service.rows]]);
    const asked = await sandbox.requests({ operation: "listPositions" });
    expect(asked.at(-1)?.path).toContain("type=SERVICE");
  });
});

it("categories and employees come from lists of their own, with null or without", async () => {
  for (const sendsNulls of [false, true]) {
    await sandbox.changeProtocol({ sendsNulls });
    const categories = await readPass(retrievalOf(sandbox, "categories"), converse(sandbox).context);
    const employees = await readPass(retrievalOf(sandbox, "employees"), converse(sandbox).context);
    expect(tallyOutcomes(categories.records("categories"))).toEqual({ import: business.positionGroups });
    expect(tallyOutcomes(employees.records("employees"))).toEqual({ import: size.logins });
    const customers = await readPass(retrievalOf(sandbox, "customers"), converse(sandbox).context);
    expect(customers.records("relations").filter(({ outcome }) => outcome === "fail")).toEqual([]);
  }
});
