import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createAccount } from "@/e2e/support/people";
import { connectionStatus } from "@/lib/connections/connection-status";
import { listIntegrations } from "@/lib/connections/list-integrations";
import { claimRun } from "@/lib/sync/claim-run";
import { relations, skipped } from "@/lib/sync/fixtures/source-records";
import { connectAccount, createTestEngine, request, sync, work, type TestEngine } from "@/lib/sync/fixtures/test-engine";
import { keepRecords } from "@/lib/runs/keep-records";

let test: TestEngine;
beforeAll(async () => {
  test = await createTestEngine();
});
afterAll(() => test.close());

const look = (accountId = test.accountId) => connectionStatus(test.engine, { accountId, vendor: "fixture" });
const standing = async (kind: string) => (await look()).imports.find((one) => one.kind === kind);

describe("the status of an integration", () => {
  it("without a licence says so, without a connection too", async () => {
    const { id } = await createAccount(test.db);
    expect(await look(id)).toMatchObject({ state: null, isLicensed: false, freshness: { state: "noLicence" }, imports: [], run: null });
    await test.db.prisma.licence.create({ data: { accountId: id, vendor: "fixture", state: "active", startedAt: new Date() } });
    expect(await look(id)).toMatchObject({ state: null, isLicensed: true, freshness: { state: "notConnected" } });
  });

  it("counts what came in and what did not", async () => {
    test.vendor.set("relations", [...relations(12), skipped(90, "blocked"), skipped(91, "missingCity", "city")]);
    await sync(test);
    expect(await standing("relations")).toMatchObject({ records: 12, notImported: 2, lastChanges: 12, lastReadAt: expect.any(String) });
    expect(await standing("employees")).toMatchObject({ records: 0, lastReadAt: null, lastRequestedBy: null });
    const [integration] = await listIntegrations(test.engine, [test.engine.findConnector("fixture")].filter((one) => one !== null), test.accountId);
    expect(integration).toMatchObject({ vendor: "fixture", records: 12, notImported: 2, administration: "First", freshness: { state: "onTime" } });
  });

  it("shows a sync that waits, then runs, then nothing", async () => {
    const { runId } = await request(test, { trigger: "manual", kinds: ["relations"] });
    expect((await look()).run).toMatchObject({ id: runId, state: "waiting", trigger: "manual", imports: [{ kind: "relations", state: "waiting" }, { kind: "deliveryAddresses" }] });
    const claim = await claimRun(test.engine, test.connectionId, "worker");
    expect((await look()).run).toMatchObject({ id: runId, state: "running", startedAt: expect.any(String) });
    if (claim) await work(test.engine, claim);
    expect((await look()).run).toBeNull();
  });

  it("asks what the guard asks, until it is answered", async () => {
    test.vendor.set("relations", relations(200));
    await sync(test, { trigger: "manual" });
    test.vendor.set("relations", relations(100));
    const stopped = await sync(test, { trigger: "manual" });
    expect((await look()).question).toEqual({ runId: stopped.id, askedAt: expect.any(String), kinds: [{ kind: "relations", wouldGo: 100, of: 200, isEmptied: false }] });
    await keepRecords(test.db, { actor: { accountId: test.accountId, userId: null, name: "Marit" }, runId: stopped.id });
    expect((await look()).question).toBeNull();
    expect(await standing("relations")).toMatchObject({ records: 200 });
  });

  it("asks again after the next sync that stops, and no more once one went through", async () => {
    await sync(test, { trigger: "manual" });
    expect((await look()).question).toMatchObject({ kinds: [{ wouldGo: 100 }] });
    await sync(test, { trigger: "manual", kinds: ["relations"], confirmedKinds: ["relations"] });
    expect((await look()).question).toBeNull();
    expect(await standing("relations")).toMatchObject({ records: 100 });
  });

  it("asks also when the vendor sent nothing at all", async () => {
    test.vendor.set("relations", []);
    await sync(test, { trigger: "manual", kinds: ["relations"] });
    expect((await look()).question).toMatchObject({ kinds: [{ kind: "relations", wouldGo: 100, of: 100, isEmptied: true }] });
  });

  it("holds nothing of another account", async () => {
    const { id } = await createAccount(test.db);
    await connectAccount(test.engine, id);
    expect(await look(id)).toMatchObject({ state: "connected", question: null, run: null, freshness: { lastSuccessAt: null } });
    expect((await look(id)).imports.every(({ records, notImported }) => records === 0 && notImported === 0)).toBe(true);
  });

  it("of an unknown vendor is not found", async () => {
    await expect(connectionStatus(test.engine, { accountId: test.accountId, vendor: "nobody" })).rejects.toMatchObject({ code: "record_not_found" });
  });
});
