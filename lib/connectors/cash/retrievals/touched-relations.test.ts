import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DataChange } from "@/e2e/sandbox/cash/control/schema";
import { startCashSandbox, type CashSandbox } from "@/e2e/sandbox/cash/start";
import type { RecordStanding } from "@/lib/connectors/connector";
import { readFieldMap } from "../field-map";
import { CashSession } from "../session";
import { knownFrom, openConversation } from "../testing/conversation";
import { Customers } from "./customers";
import { findTouchedRelations } from "./touched-relations";

const open = "900001";
const blocked = "900002";
const gone = "900003";

let sandbox: CashSandbox;
const readCustomers = () => Customers.read(new CashSession(openConversation().context, { wsdlUrl: sandbox.wsdlUrl, fieldMap: readFieldMap({}) }));

beforeAll(async () => {
  sandbox = await startCashSandbox({ relations: 0, articles: 0, protocol: { requestsPerMinute: 0 } });
  await sandbox.changeRecords("01", [
    { action: "put", table: "0101", fields: { "0101": open, "0103": "Naam" } },
    { action: "put", table: "0101", fields: { "0101": blocked, "0103": "Naam" } },
    { action: "put", table: "2220", fields: { "0101": open, "2226": "N" } },
    { action: "put", table: "2220", fields: { "0101": blocked, "2226": "J" } },
  ]);
});
afterAll(() => sandbox.stop());

describe("a relation whose place among the customers may have changed", () => {
  const active: RecordStanding = { state: "active" };
  const find = async (standings: Record<string, RecordStanding>, blockedBefore: string[] | null = []) =>
    [...(await findTouchedRelations(await readCustomers(), knownFrom({ relations: standings }), blockedBefore === null ? null : new Set(blockedBefore), 25))];

  it.each<[string, string, RecordStanding, string[] | null, boolean]>([
    ["an open customer who is active", open, active, [], false],
    ["a blocked customer who is active", blocked, active, [], true],
    ["an active relation that is no customer", gone, active, [], true],
    ["an open customer who was no customer", open, { state: "skipped", reason: "notCustomer" }, [], true],
    ["an open customer who was deactivated as none", open, { state: "inactive", reason: "notCustomer" }, [], true],
    ["an open customer who was gone", open, { state: "inactive", reason: "gone" }, [], true],
    ["an open customer blocked as a customer before", open, { state: "skipped", reason: "blocked" }, [open], true],
    ["an open customer deactivated as blocked customer", open, { state: "inactive", reason: "blocked" }, [open], true],
    ["an open customer blocked as a relation", open, { state: "skipped", reason: "blocked" }, [], false],
    ["an open customer blocked in a way nobody remembers", open, { state: "skipped", reason: "blocked" }, null, true],
    ["an open customer with an incomplete address", open, { state: "skipped", reason: "missingCity" }, [], false],
    ["an open customer whose relation is gone", open, { state: "skipped", reason: "withoutRelation" }, [], false],
    ["an open customer deactivated because the relation is gone", open, { state: "inactive", reason: "withoutRelation" }, [], false],
    ["a blocked customer who was left out", blocked, { state: "skipped", reason: "blocked" }, [], false],
  ])("%s", async (_, externalId, standing, blockedBefore, isTouched) => {
    const others: Record<string, RecordStanding> = { [open]: active, [externalId]: standing };
    expect(await find(others, blockedBefore)).toEqual(isTouched ? [externalId] : []);
  });

  it("is one nobody has seen", async () => {
    expect(await find({})).toEqual([open]);
  });

  it("is found by its number, however it is padded", async () => {
    await sandbox.changeRecords("01", [{ action: "put", table: "2220", fields: { "0101": "42" } }]);
    const customers = await readCustomers();
    expect([customers.standingOf("42"), customers.standingOf("000042"), customers.standingOf("0043")]).toEqual(["open", "open", "none"]);
    expect(await find({ [open]: active, "42": active })).toEqual([]);
    await sandbox.changeRecords("01", [{ action: "remove", table: "2220", key: "42" }]);
  });
});

describe("the blocked customers", () => {
  it("are kept for the next pass, unless they are too many", async () => {
    expect((await readCustomers()).blockedNumbers()).toEqual([blocked]);
    const many = Array.from({ length: 5000 }, (_, index): DataChange => ({
      action: "put",
      table: "2220",
      fields: { "0101": String(100_000 + index), "2226": "J" },
    }));
    await sandbox.changeRecords("01", many);
    expect((await readCustomers()).blockedNumbers()).toBeNull();
  });
});
