import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect } from "@/lib/connections/connect";
import { disconnect } from "@/lib/connections/disconnect";
import { createActor, createCashEngine, goodLogin, storedConnection, traces, type CashEngine } from "@/lib/connections/fixtures/cash-engine";
import { saveNow } from "@/lib/connections/fixtures/save-now";
import { pause, resume } from "@/lib/connections/pause";
import { dueConnections } from "@/lib/sync/schedule";
import type { Actor } from "@/lib/users/actor";

let cash: CashEngine & { close: () => Promise<void> };
beforeAll(async () => {
  cash = await createCashEngine();
});
afterAll(() => cash.close());

const imports = { relations: true, materials: false, hourTypes: false, warehouses: false, employees: false };

/** Connected, saved, with a sync waiting. */
async function settled(): Promise<Actor> {
  const actor = await createActor(cash);
  await connect(cash.engine, { actor, vendor: "cash", login: goodLogin });
  await saveNow(cash.engine, { actor, vendor: "cash", settingsVersion: 1, administration: "01", settings: { imports } });
  return actor;
}

const request = (actor: Actor) => ({ actor, vendor: "cash" });
const runStates = async (actor: Actor) => (await cash.db.prisma.syncRun.findMany({ where: { accountId: actor.accountId } })).map(({ state }) => state);
const dueIn = async (actor: Actor, minutes: number) => {
  const later = { ...cash.engine.timing, now: () => new Date(Date.now() + minutes * 60_000) };
  return (await dueConnections(cash.db, later)).some(({ accountId }) => accountId === actor.accountId);
};

describe("disconnecting", () => {
  it("removes the credentials, stops what waits, and keeps all else", async () => {
    const actor = await settled();
    const before = await storedConnection(cash, actor);
    const { cancelledRunIds } = await disconnect(cash.engine, request(actor));
    expect(cancelledRunIds).toHaveLength(1);
    expect(await runStates(actor)).toEqual(["cancelled"]);
    expect(await storedConnection(cash, actor)).toMatchObject({
      state: "disconnected", credentialsSetAt: null, credentialsSetBy: null, nextSyncAt: null,
      login: before?.login, administration: "01", settings: { imports }, settingsVersion: 2,
    });
    expect((await storedConnection(cash, actor))?.secrets).toEqual({});
    expect(await dueIn(actor, 60)).toBe(false);
  });

  it("is in the log and in the audit trail, once", async () => {
    const actor = await settled();
    await disconnect(cash.engine, request(actor));
    await disconnect(cash.engine, request(actor));
    const { operations, actions } = await traces(cash, actor);
    expect(operations.filter((operation) => operation === "connection.disconnected")).toHaveLength(1);
    expect(actions.filter((action) => action === "connection.disconnected")).toHaveLength(1);
  });

  it("asks for the password again, and then goes on where it stopped", async () => {
    const actor = await settled();
    const connectionId = (await storedConnection(cash, actor))?.id ?? "";
    const checkpoint = { connectionId, administration: "01", kind: "relations" as const, cursor: 42, lastReadAt: new Date(), lastCompleteAt: new Date() };
    await cash.db.prisma.importCheckpoint.create({ data: checkpoint });
    await disconnect(cash.engine, request(actor));
    expect(await connect(cash.engine, { actor, vendor: "cash", login: { ...goodLogin, password: "" } })).toMatchObject({ outcome: "incomplete" });
    expect(await connect(cash.engine, { actor, vendor: "cash", login: goodLogin })).toEqual({ outcome: "connected", isNew: false, administration: "01" });
    expect(await storedConnection(cash, actor)).toMatchObject({ id: connectionId, state: "connected", administration: "01", settings: { imports }, settingsVersion: 2 });
    expect(await cash.db.prisma.importCheckpoint.findMany({ where: { connectionId } })).toMatchObject([{ cursor: 42 }]);
    expect(await dueIn(actor, 0.1)).toBe(true);
  });

  it("of another account's connection is refused", async () => {
    const actor = await settled();
    await expect(disconnect(cash.engine, request(await createActor(cash)))).rejects.toMatchObject({ code: "not_connected" });
    expect(await storedConnection(cash, actor)).toMatchObject({ state: "connected" });
  });
});

describe("pausing", () => {
  it("stops the automatic sync until it is resumed, and both are written down", async () => {
    const actor = await settled();
    expect(await dueIn(actor, 60)).toBe(true);
    await pause(cash.engine, request(actor));
    await pause(cash.engine, request(actor));
    expect(await dueIn(actor, 60)).toBe(false);
    await resume(cash.engine, request(actor));
    expect(await dueIn(actor, 60)).toBe(true);
    expect((await traces(cash, actor)).actions.slice(-2)).toEqual(["connection.paused", "connection.resumed"]);
  });

  it("of what is not connected is refused", async () => {
    const actor = await settled();
    await disconnect(cash.engine, request(actor));
    await expect(pause(cash.engine, request(actor))).rejects.toMatchObject({ code: "not_connected" });
  });
});
