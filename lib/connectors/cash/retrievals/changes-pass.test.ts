import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startCashSandbox, type CashSandbox } from "@/e2e/sandbox/cash/start";
import type { DataChange } from "@/e2e/sandbox/cash/control/schema";
import type { Cursor, RecordStanding } from "@/lib/connectors/connector";
import type { RecordKind } from "@/lib/connectors/record-kinds";
import { createCashConnector } from "../connector";
import { readFieldMap } from "../field-map";
import { knownFrom, openConversation, readPass, standingsAfter, type ReadPass } from "../testing/conversation";

type Standings = Partial<Record<RecordKind, Record<string, RecordStanding>>>;

let sandbox: CashSandbox;
let since: Cursor = null;
let standings: Standings = {};

function retrieval(id: string) {
  const found = createCashConnector(() => ({ wsdlUrl: sandbox.wsdlUrl, fieldMap: readFieldMap({}) })).retrievals.find((one) => one.id === id);
  if (found === undefined) throw new Error(`No retrieval ${id}`);
  return found;
}

/** The clock of this side follows the sandbox's. */
async function readChanges(id: string, from: Cursor = since): Promise<ReadPass> {
  const now = new Date((await sandbox.status()).clock.now);
  return readPass(retrieval(id), openConversation({ timing: { now: () => now } }).context, { mode: "changes", since: from, known: knownFrom(standings) });
}

async function commands(): Promise<string[]> {
  return (await sandbox.requests({ operation: "Export" })).map(({ subject }) => subject);
}

const change = (changes: DataChange[]) => sandbox.changeRecords("01", changes);
const outcomes = (pass: ReadPass, kind: RecordKind) =>
  pass.records(kind).map((record) => `${record.externalId} ${record.outcome === "skip" ? record.reason : record.outcome}`);

beforeAll(async () => {
  sandbox = await startCashSandbox({ relations: 300, articles: 200, protocol: { requestsPerMinute: 0 } });
});
beforeEach(async () => {
  await sandbox.reset("data");
  const [relations, articles] = [await readPass(retrieval("relations"), openConversation().context), await readPass(retrieval("articles"), openConversation().context)];
  since = relations.end?.cursor ?? null;
  standings = {
    relations: standingsAfter(relations.records("relations")),
    materials: standingsAfter(articles.records("materials")),
    hourTypes: standingsAfter(articles.records("hourTypes")),
  };
  prospect = relations.records("relations").find((record) => record.outcome === "skip" && record.reason === "notCustomer")?.externalId ?? "";
  const { rows } = await sandbox.records("01", "2220", { limit: 300 });
  blockedCustomer = rows.find(({ fields }) => fields["2226"] === "J")?.key ?? "";
  await sandbox.advanceClock({ days: 3 });
  await sandbox.reset();
});
afterAll(() => sandbox.stop());

/** The first relation is a plain one; the others are found in what was read. */
const plain = "000100";
let prospect = "";
let blockedCustomer = "";

describe("relations, only what changed", () => {
  it("hands over no relation when nothing changed, and asks for whole days since the last pass and one more", async () => {
    const pass = await readChanges("relations");
    expect(pass.records("relations")).toEqual([]);
    expect(await commands()).toEqual(["2220", "0101W|4", "2229"]);
    expect(pass.end).toMatchObject({ complete: ["deliveryAddresses"] });
    expect(pass.records("deliveryAddresses").length).toBeGreaterThan(0);
  });

  it("hands over what Cash shows as changed, judged by today's customers", async () => {
    await change([
      { action: "change", table: "0101", key: plain, fields: { "0103": "Nieuwe naam" } },
      { action: "change", table: "0101", key: prospect, fields: { "0103": "Nog steeds geen klant" } },
    ]);
    expect(outcomes(await readChanges("relations"), "relations")).toEqual([`${plain} import`, `${prospect} notCustomer`]);
  });

  it("notices a customer that was blocked or unblocked in R2220, which 0101W does not show", async () => {
    await change([
      { action: "block", table: "2220", key: plain },
      { action: "unblock", table: "2220", key: blockedCustomer },
    ]);
    expect(outcomes(await readChanges("relations"), "relations").sort()).toEqual([`${plain} blocked`, `${blockedCustomer} import`]);
    expect((await commands()).filter((command) => command.startsWith("0101|")).sort()).toEqual([`0101|${plain}`, `0101|${blockedCustomer}`]);
  });

  it("notices a relation that became a customer, and one that no longer is", async () => {
    await change([
      { action: "put", table: "2220", fields: { "0101": prospect } },
      { action: "remove", table: "2220", key: plain },
    ]);
    expect(outcomes(await readChanges("relations"), "relations").sort()).toEqual([`${plain} notCustomer`, `${prospect} import`]);
  });

  it("notices a relation nobody has seen yet, though Cash does not show it as changed", async () => {
    await change([
      { action: "put", table: "0101", fields: { "0101": "900001", "0103": "Stil toegevoegd", "0105": "Markt 1", "0107": "1234 AB BREDA" }, silently: true },
      { action: "put", table: "2220", fields: { "0101": "900001" }, silently: true },
    ]);
    delete standings.relations?.["900001"];
    expect(outcomes(await readChanges("relations"), "relations")).toEqual(["900001 import"]);
  });

  it("does not ask again and again for those who are blocked as relations", async () => {
    const blocked = Object.values(standings.relations ?? {}).filter((standing) => standing.state === "skipped" && standing.reason === "blocked");
    expect(blocked.length).toBeGreaterThan(10);
    await readChanges("relations");
    expect((await commands()).some((command) => command.startsWith("0101|"))).toBe(false);
  });

  it("tells what it can of a relation that has vanished with its customer", async () => {
    await change([
      { action: "remove", table: "0101", key: plain },
      { action: "remove", table: "2220", key: plain },
    ]);
    expect(outcomes(await readChanges("relations"), "relations")).toEqual([`${plain} notCustomer`]);
  });

  it("reads the whole table when more than 25 customers changed in R2220", async () => {
    const active = Object.entries(standings.relations ?? {}).flatMap(([externalId, { state }]) => (state === "active" ? [externalId] : []));
    await change(active.slice(0, 26).map((key) => ({ action: "block", table: "2220", key })));
    const pass = await readChanges("relations");
    expect(await commands()).toEqual(["2220", "0101", "2229"]);
    expect(pass.end).toMatchObject({ complete: ["relations", "deliveryAddresses"] });
    expect(outcomes(pass, "relations").filter((outcome) => outcome.endsWith("blocked")).length).toBeGreaterThanOrEqual(26);
  });

  it("reads everything when the last pass is more than a month ago, or its cursor is of no use", async () => {
    expect((await readChanges("relations", null)).end).toMatchObject({ complete: ["relations", "deliveryAddresses"] });
    await sandbox.advanceClock({ days: 40 });
    expect((await readChanges("relations")).end).toMatchObject({ complete: ["relations", "deliveryAddresses"] });
    expect(await commands()).toEqual(["2220", "0101", "2229", "2220", "0101", "2229"]);
  });

  it("reads the whole table where Cash refuses the command for changes", async () => {
    await sandbox.setFaults([{ kind: "responseCode", code: 800, only: { command: "0101W" } }]);
    const pass = await readChanges("relations");
    expect(pass.end).toMatchObject({ complete: ["relations", "deliveryAddresses"] });
    expect(await commands()).toEqual(["2220", "0101W|4", "0101", "2229"]);
  });

  it("lets the next pass start at the day on which this one began", async () => {
    const pass = await readChanges("relations");
    expect((await readChanges("relations", pass.end?.cursor ?? null)).records("relations")).toEqual([]);
    expect((await commands()).at(-2)).toBe("0101W|1");
  });
});

describe("articles, only what changed", () => {
  const article = async (type: string) => {
    const { rows } = await sandbox.records("01", "2260", { limit: 200 });
    return rows.find(({ fields }) => fields["2262"] === type && fields["2280"] === undefined && fields["2001"] !== undefined)?.key ?? "";
  };

  it("come with one command and nothing else", async () => {
    const code = await article("M");
    await change([{ action: "change", table: "2260", key: code, fields: { "2267": "99,95" } }]);
    const pass = await readChanges("articles");
    expect(outcomes(pass, "materials")).toEqual([`${code} import`]);
    expect(pass.records("hourTypes")).toEqual([]);
    expect(await commands()).toEqual(["2260AZW|4"]);
    expect(pass.end).toMatchObject({ complete: [] });
  });

  it("leave their old kind when their type changes", async () => {
    const [material, hourType] = [await article("A"), await article("K")];
    await change([
      { action: "change", table: "2260", key: material, fields: { "2262": "K" } },
      { action: "change", table: "2260", key: hourType, fields: { "2262": "T" } },
    ]);
    const pass = await readChanges("articles");
    expect(outcomes(pass, "materials").sort()).toEqual([`${material} unknownType`, `${hourType} unknownType`].sort());
    expect(outcomes(pass, "hourTypes").sort()).toEqual([`${material} import`, `${hourType} unknownType`].sort());
  });

  it("are all read where Cash does not know the command", async () => {
    await sandbox.setFaults([{ kind: "responseCode", code: 800, only: { command: "2260AZW" } }]);
    const pass = await readChanges("articles");
    expect(pass.end).toMatchObject({ complete: ["materials", "hourTypes"] });
    expect(pass.records("materials").length).toBeGreaterThan(100);
  });

  it("are not all read when only the rights are missing: that is said", async () => {
    await sandbox.setFaults([{ kind: "missingRights" }]);
    await expect(readChanges("articles")).rejects.toMatchObject({ code: "missing_rights" });
    expect(await commands()).toEqual(["2260AZW|4"]);
  });
});
