import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { relations } from "@/lib/sync/fixtures/source-records";
import { createTestEngine, sync, type TestEngine } from "@/lib/sync/fixtures/test-engine";
import { isNightlyDue, lastNightlySlot } from "@/lib/sync/nightly-slot";
import { requestDueSyncs } from "@/lib/sync/request-due";
import { nextSlot } from "@/lib/sync/schedule";

const minutes = (count: number) => count * 60_000;

describe("the slots of the automatic sync", () => {
  test("lie an interval apart, always after the moment asked about", () => {
    const id = randomUUID();
    const first = nextSlot(id, new Date("2026-11-21T10:00:00Z"), 15);
    expect(first.getTime()).toBeGreaterThan(Date.parse("2026-11-21T10:00:00Z"));
    expect(first.getTime()).toBeLessThanOrEqual(Date.parse("2026-11-21T10:15:00Z"));
    expect(nextSlot(id, first, 15).getTime() - first.getTime()).toBe(minutes(15));
  });

  test("are spread over the interval, so that a thousand connections do not come in one second", () => {
    const slots = Array.from({ length: 1000 }, () => nextSlot(randomUUID(), new Date("2026-11-21T10:00:00Z"), 15).getTime());
    const perMinute = new Map<number, number>();
    for (const slot of slots) perMinute.set(Math.floor(slot / 60_000), (perMinute.get(Math.floor(slot / 60_000)) ?? 0) + 1);
    expect(perMinute.size).toBeGreaterThanOrEqual(15);
    expect(Math.max(...perMinute.values())).toBeLessThan(150);
  });
});

describe("the nightly complete read", () => {
  test("is between one and five where the account is, in winter and in summer", () => {
    for (const now of ["2026-01-15T12:00:00Z", "2026-07-15T12:00:00Z"]) {
      for (const timeZone of ["Europe/Amsterdam", "America/Sao_Paulo"]) {
        for (let index = 0; index < 50; index += 1) {
          const slot = lastNightlySlot(randomUUID(), new Date(now), timeZone);
          const hour = Number(new Intl.DateTimeFormat("en-GB", { timeZone, hour: "numeric", hourCycle: "h23" }).format(slot));
          expect(hour).toBeGreaterThanOrEqual(1);
          expect(hour).toBeLessThan(5);
          expect(Date.parse(now) - slot.getTime()).toBeLessThan(minutes(24 * 60));
        }
      }
    }
  });

  test("is due once a night, and by day only when a night was missed", () => {
    const id = randomUUID();
    const slot = lastNightlySlot(id, new Date("2026-11-21T12:00:00Z"), "Europe/Amsterdam");
    const soonAfter = new Date(slot.getTime() + minutes(10));
    const connection = { id, timeZone: "Europe/Amsterdam", lastNightlyAt: new Date(slot.getTime() - minutes(10)) };
    expect(isNightlyDue(connection, soonAfter)).toBe(true);
    expect(isNightlyDue({ ...connection, lastNightlyAt: soonAfter }, new Date(slot.getTime() + minutes(60)))).toBe(false);
    expect(isNightlyDue(connection, new Date(slot.getTime() + minutes(8 * 60)))).toBe(false);
    expect(isNightlyDue({ ...connection, lastNightlyAt: new Date(slot.getTime() - minutes(30 * 60)) }, new Date(slot.getTime() + minutes(8 * 60)))).toBe(true);
  });
});

describe("asking for what is due", () => {
  let it: TestEngine;
  let now = new Date();
  beforeEach(async () => {
    now = new Date();
    it = await createTestEngine({ now: () => now });
  });
  afterEach(() => it.close());
  const connection = () => it.db.prisma.connection.findUniqueOrThrow({ where: { id: it.connectionId } });
  const makeDue = (changes: Parameters<typeof it.db.prisma.connection.updateMany>[0]["data"] = {}) =>
    it.db.prisma.connection.updateMany({ data: { nextSyncAt: new Date(now.getTime() - 1000), lastNightlyAt: now, ...changes } });

  test("a connection without a slot gets one, and is asked for when it comes", async () => {
    expect(await requestDueSyncs(it.engine)).toEqual([]);
    const { nextSyncAt } = await connection();
    now = new Date((nextSyncAt?.getTime() ?? 0) + 1);
    expect(await requestDueSyncs(it.engine)).toEqual([it.connectionId]);
    expect(await it.db.prisma.syncRun.findMany()).toMatchObject([{ trigger: "automatic", state: "waiting", requestedBy: null }]);
    expect(await requestDueSyncs(it.engine)).toEqual([]);
    expect((await connection()).nextSyncAt?.getTime()).toBe((nextSyncAt?.getTime() ?? 0) + minutes(15));
  });

  test("the slot moves on while a run is still waiting, and the next request joins it", async () => {
    await makeDue();
    await requestDueSyncs(it.engine);
    await makeDue();
    await requestDueSyncs(it.engine);
    expect(await it.db.prisma.syncRun.count()).toBe(1);
    expect((await connection()).nextSyncAt?.getTime()).toBeGreaterThan(now.getTime());
  });

  test.each([
    ["paused", { pausedAt: new Date() }],
    ["disconnected", { state: "disconnected" as const }],
    ["in need of a person", { state: "action_required" as const }],
    ["switched off altogether", { settings: { imports: {} } }],
  ])("a connection that is %s is left alone", async (_, changes) => {
    await makeDue(changes);
    expect(await requestDueSyncs(it.engine)).toEqual([]);
    expect(await it.db.prisma.syncRun.count()).toBe(0);
  });

  test("a connection whose licence has ended is left alone and keeps its settings", async () => {
    await makeDue();
    await it.db.prisma.licence.updateMany({ data: { state: "trial", endsAt: new Date(now.getTime() - 1) } });
    const { settings } = await connection();
    expect(await requestDueSyncs(it.engine)).toEqual([]);
    expect((await connection()).settings).toEqual(settings);
  });

  test("what is outstanding is remembered from the first due moment until a success", async () => {
    it.vendor.set("relations", relations(2));
    await makeDue();
    const due = (await connection()).nextSyncAt;
    await requestDueSyncs(it.engine);
    now = new Date(now.getTime() + minutes(16));
    await requestDueSyncs(it.engine);
    expect((await connection()).dueSince).toEqual(due);
    await sync(it);
    expect(await connection()).toMatchObject({ dueSince: null, lastSuccessAt: now });
  });
});
