import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { confirmGuard } from "@/lib/sync/confirm-guard";
import { claimRun } from "@/lib/sync/claim-run";
import { asksBeforeDeactivating } from "@/lib/sync/deactivation-guard";
import { address, hourType, material, relation, relations, skipped } from "@/lib/sync/fixtures/source-records";
import { counts, createTestEngine, readRun, sync, work, type TestEngine } from "@/lib/sync/fixtures/test-engine";

let it: TestEngine;
beforeEach(async () => {
  it = await createTestEngine();
});
afterEach(() => it.close());

const countActive = () => it.db.prisma.relation.count({ where: { active: true } });
const reasonOf = async (debtorNumber: string) => (await it.db.prisma.relation.findFirstOrThrow({ where: { debtorNumber } })).inactiveReason;

describe("a record that has gone", () => {
  test("is deactivated after a complete read, never deleted, and comes back when the vendor has it again", async () => {
    it.vendor.set("relations", relations(100));
    await sync(it);
    it.vendor.set("relations", relations(95));
    expect((await sync(it)).counters["relations"]).toEqual(counts({}));
    expect(await countActive()).toBe(100);
    const nightly = await sync(it, { trigger: "nightly" });
    expect(nightly.counters["relations"]).toEqual(counts({ read: 95, unchanged: 95, deactivated: 5 }));
    expect(await reasonOf("10099")).toBe("gone");
    expect(await it.db.prisma.relation.count()).toBe(100);
    it.vendor.set("relations", relations(100));
    expect((await sync(it)).counters["relations"]).toEqual(counts({ read: 5, changed: 5 }));
    expect(await countActive()).toBe(100);
  });

  test("is left alone when the reading broke off", async () => {
    it.vendor.set("relations", relations(100));
    await sync(it);
    it.vendor.set("relations", relations(50));
    it.vendor.isCutOff = true;
    const run = await sync(it, { trigger: "nightly", kinds: ["relations"] });
    expect(run).toMatchObject({ state: "failed", error: { code: "vendor_incomplete" } });
    expect(await countActive()).toBe(100);
  });

  test("leaves the list Not imported as well", async () => {
    it.vendor.set("relations", [...relations(3), skipped(7, "missingCity", "city")]);
    await sync(it);
    it.vendor.set("relations", relations(3));
    await sync(it, { trigger: "nightly" });
    expect(await it.db.prisma.skippedRecord.count()).toBe(0);
  });
});

describe("a record that no longer meets the rules", () => {
  test("is deactivated with its reason as soon as a reading of changes shows it", async () => {
    it.vendor.set("relations", relations(100));
    await sync(it);
    it.vendor.set("relations", [skipped(0, "blocked"), skipped(1, "notCustomer"), ...relations(98, 2)]);
    expect((await sync(it)).counters["relations"]).toEqual(counts({ read: 2, skipped: 2, deactivated: 2 }));
    expect([await reasonOf("10000"), await reasonOf("10001")]).toEqual(["blocked", "notCustomer"]);
  });
});

describe("when too much would go", () => {
  test("the question comes above 20 percent and above ten records, not before", () => {
    expect(asksBeforeDeactivating({ wouldGo: 10, of: 10 })).toBe(false);
    expect(asksBeforeDeactivating({ wouldGo: 11, of: 55 })).toBe(false);
    expect(asksBeforeDeactivating({ wouldGo: 11, of: 54 })).toBe(true);
    expect(asksBeforeDeactivating({ wouldGo: 20_001, of: 100_000 })).toBe(true);
  });

  test("half a table deactivates nothing, the run stops and asks, and a yes does it", async () => {
    it.vendor.set("relations", relations(100));
    it.vendor.set("deliveryAddresses", [address(1), address(99)]);
    it.vendor.set("materials", [material(1), material(2)]);
    await sync(it);
    it.vendor.set("relations", relations(50));
    it.vendor.set("materials", [material(1)]);
    const stopped = await sync(it, { trigger: "nightly" });
    expect(stopped.state).toBe("stopped");
    expect(stopped.imports).toMatchObject([
      { kind: "relations", state: "stopped", guard: { wouldGo: 50, of: 100 }, deactivated: 0 },
      { kind: "deliveryAddresses", state: "done" },
      { kind: "materials", state: "done", deactivated: 1 },
      { kind: "hourTypes", state: "done" },
      { kind: "warehouses", state: "done" },
    ]);
    expect(await countActive()).toBe(100);
    expect(await it.db.prisma.logEntry.findFirst({ where: { messageKey: "sync.guard" } })).toMatchObject({ level: "error", parentId: null, remedy: "confirmDeactivation" });

    const { runId } = await confirmGuard(it.db, { accountId: it.accountId, runId: stopped.id, requestedBy: "Marit" }, it.engine.findConnector);
    const claim = await claimRun(it.engine, it.connectionId, "worker");
    if (!claim) throw new Error("nothing to claim");
    await work(it.engine, claim);
    const confirmed = await readRun(it, runId);
    expect(confirmed).toMatchObject({ state: "succeeded", requestedBy: "Marit", counters: { relations: counts({ read: 50, unchanged: 50, deactivated: 50 }), deliveryAddresses: { deactivated: 1 } } });
    expect(await countActive()).toBe(50);
  });

  test("a run that asks nothing cannot be answered, nor one of another account", async () => {
    it.vendor.set("relations", relations(3));
    const run = await sync(it);
    await expect(confirmGuard(it.db, { accountId: it.accountId, runId: run.id, requestedBy: "Marit" }, it.engine.findConnector)).rejects.toMatchObject({ code: "run_not_found" });
  });

  test("its cursor does not move on, so that nothing is missed", async () => {
    it.vendor.set("relations", relations(100));
    await sync(it);
    const before = await it.db.prisma.importCheckpoint.findFirst({ where: { kind: "relations" } });
    it.vendor.set("relations", relations(50));
    await sync(it, { trigger: "nightly", kinds: ["relations"] });
    expect(await it.db.prisma.importCheckpoint.findFirst({ where: { kind: "relations" } })).toEqual(before);
  });
});

describe("a table that is suddenly empty", () => {
  test("is not a success and takes nothing away; the others come through", async () => {
    it.vendor.set("relations", relations(5));
    it.vendor.set("materials", [material(1)]);
    it.vendor.set("hourTypes", [hourType(1)]);
    await sync(it);
    it.vendor.set("relations", []);
    it.vendor.set("materials", [material(1), material(2)]);
    const run = await sync(it, { trigger: "nightly" });
    expect(run.state).toBe("partial");
    expect(run.imports[0]).toMatchObject({ kind: "relations", state: "failed", error: { code: "vendor_emptied" }, guard: { wouldGo: 5, of: 5 } });
    expect(await countActive()).toBe(5);
    expect(await it.db.prisma.material.count()).toBe(2);
  });

  test("is fine where there was nothing before", async () => {
    it.vendor.set("relations", [relation(1)]);
    expect((await sync(it)).state).toBe("succeeded");
  });
});

describe("another administration", () => {
  const useAdministration = (administration: string) => it.db.prisma.connection.update({ where: { id: it.connectionId }, data: { administration } });

  test("records only the old one has are deactivated after the first complete read, records of both stay", async () => {
    it.vendor.set("relations", relations(50), "A");
    it.vendor.set("relations", [relation(49, { city: "Zeist" }), relation(48), ...relations(5, 50)], "B");
    await sync(it);
    await useAdministration("B");
    const run = await sync(it);
    expect(it.vendor.passes.filter(({ kinds }) => kinds.includes("relations")).map(({ mode }) => mode)).toEqual(["complete", "complete"]);
    expect(run.counters["relations"]).toEqual(counts({ read: 7, created: 5, changed: 1, unchanged: 1, deactivated: 48 }));
    expect(await countActive()).toBe(7);
    expect(await reasonOf("10000")).toBe("otherAdministration");
    expect(await it.db.prisma.relation.count({ where: { debtorNumber: "10049" } })).toBe(1);
  });

  test("switching back brings everything back as the old one has it", async () => {
    it.vendor.set("relations", relations(50), "A");
    it.vendor.set("relations", [relation(49, { city: "Zeist" }), ...relations(5, 50)], "B");
    await sync(it);
    await useAdministration("B");
    await sync(it);
    await useAdministration("A");
    const run = await sync(it);
    expect(run.counters["relations"]).toMatchObject({ read: 50, changed: 50, deactivated: 5 });
    expect(await it.db.prisma.relation.findFirst({ where: { debtorNumber: "10049" } })).toMatchObject({ city: "Utrecht", active: true });
    expect(await countActive()).toBe(50);
  });

  test("an empty new one is not taken for the vendor losing its data", async () => {
    it.vendor.set("relations", relations(50), "A");
    await sync(it);
    await useAdministration("B");
    const run = await sync(it);
    expect(run.state).toBe("succeeded");
    expect(await countActive()).toBe(0);
  });
});
