import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { AppError, type ErrorCode, type ErrorKind } from "@/lib/errors";
import { watchIssues } from "@/lib/issues/watch-issues";
import { settleIssues } from "@/lib/issues/settle-issues";
import { readLogEntry } from "@/lib/log/read-entry";
import { keepRecords } from "@/lib/runs/keep-records";
import { relations, warehouse } from "@/lib/sync/fixtures/source-records";
import { createTestEngine, sync, type TestEngine } from "@/lib/sync/fixtures/test-engine";

let it: TestEngine;
beforeEach(async () => {
  it = await createTestEngine();
  it.vendor.set("relations", relations(30));
  it.vendor.set("warehouses", [warehouse(1)]);
});
afterEach(() => it.close());

function failAt(kind: string, code: ErrorCode, errorKind: ErrorKind) {
  it.vendor.beforePage = (page) => {
    if (page.kind === kind) throw new AppError(code, { kind: errorKind });
  };
}
const mend = () => (it.vendor.beforePage = () => {});
const settle = () => settleIssues(it.engine, it.connectionId);
const issues = (state: "open" | "resolved" = "open") => it.db.prisma.issue.findMany({ where: { state }, orderBy: [{ firstAt: "asc" }, { cause: "asc" }], include: { events: { orderBy: { at: "asc" } } } });
const open = async () => (await issues()).map(({ cause, subject }) => `${cause} ${subject}`.trim());

/** A sync, and what follows it. */
async function syncAndSettle(trigger: "automatic" | "manual" = "automatic") {
  const run = await sync(it, { trigger });
  await settle();
  return run;
}

test("a connection that works has no issues, however often it is looked at", async () => {
  await syncAndSettle();
  expect(await settle()).toEqual({ opened: 0, resolved: 0 });
  expect(await issues()).toEqual([]);
});

describe("a sync that fails", () => {
  test.each(["credentials_refused", "authentication_expired", "no_administration", "missing_rights"] as const)("for %s asks for a person, once, until it works again", async (code) => {
    failAt("relations", code, "config");
    const run = await syncAndSettle();
    await settle();
    expect(await issues()).toMatchObject([
      { cause: "credentialsExpired", subject: code, severity: "action", times: 1, params: { vendor: "Fixture", code, run: run.id }, events: [{ kind: "opened" }] },
    ]);
    await syncAndSettle("manual");
    expect(await issues()).toMatchObject([{ cause: "credentialsExpired", times: 2 }]);

    mend();
    await syncAndSettle("manual");
    expect(await open()).toEqual([]);
    expect(await issues("resolved")).toMatchObject([{ subject: code, events: [{ kind: "opened" }, { kind: "resolved" }] }]);
  });

  test("because the vendor is away is watched, counts each time, and comes back as an issue of its own", async () => {
    failAt("relations", "vendor_unreachable", "transient");
    const first = await syncAndSettle();
    const last = await syncAndSettle();
    const [issue] = await issues();
    expect(issue).toMatchObject({ cause: "vendorDown", subject: "", severity: "watch", times: 2, params: { code: "vendor_unreachable", run: last.id } });
    expect([issue?.firstAt, issue?.lastAt]).toEqual([first.finishedAt, last.finishedAt]);

    mend();
    await syncAndSettle();
    expect(await open()).toEqual([]);
    failAt("relations", "vendor_unreachable", "transient");
    await syncAndSettle("manual");
    const [again] = await issues();
    expect(again).toMatchObject({ cause: "vendorDown", times: 1 });
    expect(again?.id).not.toBe(issue?.id);
    expect(await issues("resolved")).toHaveLength(1);
  });

  test("in one import names that import, and the others do not resolve it", async () => {
    failAt("warehouses", "vendor_nonsense", "system");
    const run = await syncAndSettle();
    expect(run.state).toBe("partial");
    expect(await issues()).toMatchObject([{ cause: "syncFailed", subject: "vendor_nonsense", severity: "action", recordCount: 1, records: [{ type: "import", kind: "warehouses" }] }]);
    await sync(it, { trigger: "manual", kinds: ["relations"] });
    await settle();
    expect(await open()).toEqual(["syncFailed vendor_nonsense"]);
    mend();
    await syncAndSettle();
    expect(await open()).toEqual([]);
  });

  test("in an import that is then switched off is no issue any more", async () => {
    failAt("warehouses", "vendor_nonsense", "system");
    await syncAndSettle();
    await it.db.prisma.connection.updateMany({ data: { settings: { imports: { relations: true } } } });
    await settle();
    expect(await open()).toEqual([]);
  });
});

test("records that cannot be read are named, until they can", async () => {
  it.vendor.set("relations", [...relations(3), { outcome: "fail", externalId: "4711", label: "Broken Ltd", field: "name", value: "?", detail: "unreadable" }]);
  const run = await syncAndSettle();
  expect(await issues()).toMatchObject([
    { cause: "recordsFailed", subject: "relations", recordCount: 1, params: { kind: "relations", count: 1, run: run.id }, records: [{ type: "record", kind: "relations", key: "4711", label: "Broken Ltd" }] },
  ]);
  it.vendor.set("relations", relations(4));
  await syncAndSettle("manual");
  expect(await open()).toEqual([]);
});

describe("the question of the deactivation guard", () => {
  test("is an issue with its numbers until a person answers", async () => {
    await syncAndSettle();
    it.vendor.set("relations", relations(5));
    const run = await syncAndSettle("manual");
    expect(run.state).toBe("stopped");
    expect(await issues()).toMatchObject([{ cause: "guardTripped", severity: "action", params: { run: run.id, wouldGo: 25, of: 30, emptied: "no" }, records: [{ type: "import", kind: "relations" }] }]);
    await keepRecords(it.db, { actor: { accountId: it.accountId, userId: null, name: "Sanne" }, runId: run.id });
    await settle();
    expect(await open()).toEqual([]);
  });

  test("about a vendor that sent nothing is that question, and no failed sync besides", async () => {
    await syncAndSettle();
    it.vendor.set("relations", []);
    await syncAndSettle("manual");
    expect(await issues()).toMatchObject([{ cause: "guardTripped", params: { wouldGo: 30, of: 30, emptied: "yes" } }]);
  });
});

describe("what no sync tells of", () => {
  test("a licence that ends, and is ordered again", async () => {
    const endsAt = new Date(Date.now() - 3_600_000);
    await it.db.prisma.licence.updateMany({ data: { state: "cancelled", endsAt } });
    expect(await watchIssues(it.engine, null)).toBeNull();
    expect(await issues()).toMatchObject([{ cause: "licenceLapsed", severity: "action", firstAt: endsAt }]);
    await it.db.prisma.licence.updateMany({ data: { state: "active", endsAt: null } });
    await watchIssues(it.engine, null);
    expect(await open()).toEqual([]);
  });

  test("a sync that is late is watched, then needs a person, then is on time", async () => {
    const late = (minutes: number) => it.db.prisma.connection.updateMany({ data: { dueSince: new Date(Date.now() - minutes * 60_000) } });
    await late(20);
    await settle();
    expect(await issues()).toMatchObject([{ cause: "syncLate", severity: "watch" }]);
    await late(40);
    await settle();
    expect(await issues()).toMatchObject([{ cause: "syncLate", severity: "action", times: 1 }]);
    await syncAndSettle();
    expect(await open()).toEqual([]);
  });

  test("an administration that somebody has left unchosen, and not while they are at it", async () => {
    const connectedFor = async (minutes: number) => {
      const credentialsSetAt = new Date(Date.now() - minutes * 60_000);
      await it.db.prisma.connection.updateMany({ data: { administration: null, credentialsSetAt } });
      await settle();
      return credentialsSetAt;
    };
    await connectedFor(5);
    expect(await open()).toEqual([]);
    const since = await connectedFor(11);
    expect(await issues()).toMatchObject([{ cause: "administrationMissing", severity: "action", firstAt: since, times: 1 }]);
    await it.db.prisma.connection.updateMany({ data: { administration: "A" } });
    await settle();
    expect(await open()).toEqual([]);
  });

  test("a connection that was cut promises nothing", async () => {
    await it.db.prisma.connection.updateMany({ data: { state: "action_required", stateReason: "credentials_refused" } });
    await settle();
    expect(await open()).toEqual(["credentialsExpired credentials_refused"]);
    await it.db.prisma.connection.updateMany({ data: { state: "disconnected", stateReason: null } });
    await settle();
    expect(await open()).toEqual([]);
  });
});

test("two looks at once open one issue", async () => {
  await it.db.prisma.licence.deleteMany();
  await Promise.all([settle(), settle(), settle()]);
  expect(await open()).toEqual(["licenceLapsed"]);
  expect(await it.db.prisma.issueEvent.count()).toBe(1);
});

test("the log's entry about it leads to the issue, for as long as it is open", async () => {
  failAt("relations", "vendor_unreachable", "transient");
  const run = await syncAndSettle();
  const entries = await it.db.prisma.logEntry.findMany({ where: { runId: run.id, level: "error" } });
  expect(entries.length).toBeGreaterThan(0);
  const [issue] = await issues();
  const issueIds = () => Promise.all(entries.map(async ({ id }) => (await readLogEntry(it.db, { accountId: it.accountId, entryId: id })).issueId));
  expect(new Set(await issueIds())).toEqual(new Set([issue?.id]));
  mend();
  await syncAndSettle("manual");
  expect(new Set(await issueIds())).toEqual(new Set([null]));
});
