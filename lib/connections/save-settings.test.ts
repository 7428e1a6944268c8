import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect } from "@/lib/connections/connect";
import { createActor, createCashEngine, goodLogin, storedConnection, traces, type CashEngine } from "@/lib/connections/fixtures/cash-engine";
import { saveNow } from "@/lib/connections/fixtures/save-now";
import type { Actor } from "@/lib/users/actor";

let cash: CashEngine & { close: () => Promise<void> };
beforeAll(async () => {
  cash = await createCashEngine();
});
afterAll(() => cash.close());

const allOff = { relations: false, materials: false, hourTypes: false, warehouses: false, employees: false };

async function connected(): Promise<Actor> {
  const actor = await createActor(cash);
  await connect(cash.engine, { actor, vendor: "cash", login: goodLogin });
  return actor;
}

type Save = { imports?: Record<string, boolean>; administration?: string | null; settingsVersion?: number };

function save(actor: Actor, { imports = allOff, administration = null, settingsVersion = 1 }: Save) {
  return saveNow(cash.engine, { actor, vendor: "cash", settingsVersion, administration, settings: { imports } });
}

const runsOf = (actor: Actor) => cash.db.prisma.syncRun.findMany({ where: { accountId: actor.accountId }, orderBy: { requestedAt: "asc" } });

describe("saving", () => {
  it("stores administration and switches together, and says what changed", async () => {
    const actor = await connected();
    const { changes } = await save(actor, { administration: "01", imports: { ...allOff, relations: true } });
    expect(changes).toEqual([
      { field: "administration", before: null, after: "01" },
      { field: "import", kind: "materials", before: true, after: false },
      { field: "import", kind: "hourTypes", before: true, after: false },
      { field: "import", kind: "warehouses", before: true, after: false },
    ]);
    expect(await storedConnection(cash, actor)).toMatchObject({ administration: "01", settingsVersion: 2, settings: { imports: { ...allOff, relations: true } } });
  });

  it("leaves the change, with its values before and after, in the log and in the audit trail", async () => {
    const actor = await connected();
    await save(actor, { imports: { ...allOff, relations: true, materials: true, hourTypes: true, warehouses: true, employees: true } });
    const { log, audit } = await traces(cash, actor);
    expect(log.at(-1)).toMatchObject({ operation: "connection.settings-saved", params: { person: "Marit de Vries" }, detail: { changes: [{ field: "import", kind: "employees" }] } });
    expect(audit.at(-1)).toMatchObject({ action: "connection.settings-saved", subject: "Cash", detail: { employees: { before: false, after: true } } });
  });

  it("that changes nothing leaves no trace", async () => {
    const actor = await connected();
    const { changes } = await save(actor, { imports: { ...allOff, relations: true, materials: true, hourTypes: true, warehouses: true } });
    expect(changes).toEqual([]);
    expect(await storedConnection(cash, actor)).toMatchObject({ settingsVersion: 1 });
    expect((await traces(cash, actor)).operations).toEqual(["connection.connected"]);
  });

  it("on top of somebody else's save is refused and keeps theirs", async () => {
    const actor = await connected();
    await save(actor, { administration: "01" });
    await expect(save(actor, { administration: "02", settingsVersion: 1 })).rejects.toMatchObject({ code: "settings_outdated" });
    expect(await storedConnection(cash, actor)).toMatchObject({ administration: "01", settingsVersion: 2 });
  });

  it("of two at once lets one through", async () => {
    const actor = await connected();
    const outcomes = await Promise.allSettled([save(actor, { administration: "01" }), save(actor, { administration: "02" })]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it.each([
    ["an administration that is not offered", { administration: "99" }, "administration_missing"],
    ["a switch that is no yes or no", { imports: { relations: "perhaps" } }, "invalid_input"],
  ])("%s is refused", async (_, wrong, code) => {
    const actor = await connected();
    const request = { imports: allOff, administration: null, ...wrong };
    await expect(
      saveNow(cash.engine, { actor, vendor: "cash", settingsVersion: 1, administration: request.administration, settings: { imports: request.imports } }),
    ).rejects.toMatchObject({ code });
    expect(await storedConnection(cash, actor)).toMatchObject({ settingsVersion: 1, administration: null });
  });

  it("without a connection, or for another account, is refused", async () => {
    await connected();
    const stranger = await createActor(cash);
    await expect(save(stranger, { administration: "01" })).rejects.toMatchObject({ code: "not_connected" });
  });
});

describe("after saving", () => {
  it("what is switched on for the first time is read at once, but not what is read by hand only", async () => {
    const actor = await connected();
    const { requestedRunId } = await save(actor, { administration: "01", imports: { ...allOff, relations: true, employees: true } });
    expect(await runsOf(actor)).toMatchObject([{ id: requestedRunId, trigger: "first", kinds: ["relations"], administration: "01", requestedBy: "Marit de Vries", state: "waiting" }]);
  });

  it("nothing is read while no administration has been chosen", async () => {
    const actor = await connected();
    await save(actor, { imports: { ...allOff, relations: true, materials: true, hourTypes: true } });
    expect(await runsOf(actor)).toEqual([]);
  });

  it("what was read before waits for its turn", async () => {
    const actor = await connected();
    await save(actor, { administration: "01", imports: allOff });
    const connectionId = (await storedConnection(cash, actor))?.id ?? "";
    await cash.db.prisma.importCheckpoint.create({ data: { connectionId, administration: "01", kind: "warehouses", lastReadAt: new Date() } });
    const { requestedRunId } = await save(actor, { settingsVersion: 2, administration: "01", imports: { ...allOff, warehouses: true } });
    expect(requestedRunId).toBeNull();
  });

  it("another administration ends the sync of the former one and is read itself", async () => {
    const actor = await connected();
    const first = await save(actor, { administration: "01", imports: { ...allOff, relations: true } });
    const second = await save(actor, { settingsVersion: 2, administration: "02", imports: { ...allOff, relations: true } });
    expect(second.cancelledRunIds).toEqual([first.requestedRunId]);
    expect(await runsOf(actor)).toMatchObject([{ state: "cancelled" }, { id: second.requestedRunId, state: "waiting", administration: "02", kinds: ["relations"] }]);
  });

  it("a connection that waited for an administration works again", async () => {
    const actor = await connected();
    await cash.db.prisma.connection.updateMany({ where: { accountId: actor.accountId }, data: { administration: "77", state: "action_required", stateReason: "administration_missing" } });
    await save(actor, { administration: "02" });
    expect(await storedConnection(cash, actor)).toMatchObject({ state: "connected", stateReason: null, administration: "02" });
  });

  it("a licence that has ended does not keep settings from being saved", async () => {
    const actor = await connected();
    await cash.db.prisma.licence.updateMany({ where: { accountId: actor.accountId }, data: { state: "cancelled", endsAt: new Date() } });
    expect(await save(actor, { administration: "01", imports: { ...allOff, relations: true } })).toMatchObject({ requestedRunId: null });
    expect(await storedConnection(cash, actor)).toMatchObject({ administration: "01" });
  });
});
