import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { EasybillSandbox } from "@/e2e/sandbox/easybill/start";
import type { DueBelow, PassEvent } from "@/lib/connectors/connector";
import { readPass } from "@/lib/connectors/testing/conversation";
import { converse, knowing, readBySteps, retrievalOf, startPlainSandbox } from "../testing/passes";
import { shareOf } from "./contacts";

let sandbox: EasybillSandbox;
beforeAll(async () => {
  sandbox = await startPlainSandbox({ customers: 40, positions: 5 });
});
afterEach(() => sandbox.reset("switches"));
afterAll(() => sandbox.stop());

const dueFor = (ids: readonly number[], reason: DueBelow["reason"]) => ids.map((id) => ({ externalId: String(id), reason }));
const many = (count: number, reason: DueBelow["reason"]) => dueFor(Array.from({ length: count }, (_, index) => 900_000 + index), reason);
const read = (due: readonly DueBelow[], plan = "business", timing = {}) => readPass(retrievalOf(sandbox, "contacts"), converse(sandbox, { plan, timing }).context, { known: knowing(due) });
const withinOf = (pages: readonly Extract<PassEvent, { type: "page" }>[]) => pages.flatMap(({ within }) => within ?? []);

describe("a pass over the contact persons", () => {
  it("reads those of the customers that are due, ten customers a page, each page saying whose they are", async () => {
    const customers = await sandbox.customers();
    const contacts = await sandbox.contacts();
    const ids = customers.slice(0, 25).map(({ id }) => id);
    const pass = await readBySteps(sandbox, retrievalOf(sandbox, "contacts"), { known: knowing(dueFor(ids, "new")) });
    expect(pass.pages.map(({ within, totalPages }) => [within?.length, totalPages])).toEqual([[10, 3], [10, 3], [5, 3]]);
    expect(withinOf(pass.pages)).toEqual(ids.map(String));
    expect(pass.records("contacts").map(({ externalId }) => externalId).sort()).toEqual(contacts.filter((contact) => ids.includes(contact.customer_id)).map(({ id }) => String(id)).sort());
    expect(pass.end.complete).toEqual([]);
    expect(pass.steps).toBe(4);
  });

  it("asks nothing where nobody is due", async () => {
    const before = (await sandbox.requests()).length;
    expect(await read([])).toMatchObject({ pages: [], end: { complete: [] } });
    expect(await sandbox.requests()).toHaveLength(before);
  });

  it("finds none of a customer that is gone", async () => {
    const pass = await read(dueFor([987_654], "changed"));
    expect(pass.pages).toMatchObject([{ records: [], within: ["987654"] }]);
  });

  it.each([
    ["plus", { all: 60, inTurn: 12 }],
    ["business", { all: 360, inTurn: 72 }],
  ])("on %s asks for no more than four fifths of half an interval, a fifth of them in turn", async (plan, { all, inTurn }) => {
    expect(shareOf(plan === "plus" ? 10 : 60, 15)).toEqual({ all, inTurn });
    const due = [...many(5, "new"), ...many(5, "changed"), ...many(500, "oldest")];
    expect(withinOf((await read(due, plan)).pages)).toHaveLength(10 + inTurn);
    expect(withinOf((await read(many(1_000, "new"), plan)).pages)).toHaveLength(all);
  });

  it("stops when half an interval is over, and the next one goes on there", async () => {
    let minutes = 0;
    const start = Date.parse("2026-11-20T09:00:00Z");
    const timing = { now: () => new Date(start + minutes++ * 60_000) };
    const pass = await read(many(360, "new"), "business", timing);
    expect(withinOf(pass.pages).length).toBeGreaterThan(0);
    expect(withinOf(pass.pages).length).toBeLessThan(100);
    expect(pass.end).toMatchObject({ complete: [] });
  });
});
