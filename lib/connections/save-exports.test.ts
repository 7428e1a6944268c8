import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect } from "@/lib/connections/connect";
import { countExports } from "@/lib/connections/export-counts";
import { disconnect } from "@/lib/connections/disconnect";
import { readExportsAhead } from "@/lib/connections/exports-ahead";
import { createActor, createCashEngine, goodLogin, storedConnection, traces, type CashEngine } from "@/lib/connections/fixtures/cash-engine";
import { askBeforeSaving, saveSettings, type SaveRequest } from "@/lib/connections/save-settings";
import { cashExportsSchema } from "@/lib/connectors/cash/settings-schema";
import type { ExportState } from "@/lib/generated/prisma/enums";
import type { Actor } from "@/lib/users/actor";

let cash: CashEngine & { close: () => Promise<void> };
beforeAll(async () => {
  cash = await createCashEngine();
});
afterAll(() => cash.close());

const imports = { relations: false, materials: false, hourTypes: false, warehouses: false, employees: false };

/** Connected and saved with its imports off; exports are off. */
async function connected() {
  const actor = await createActor(cash);
  await connect(cash.engine, { actor, vendor: "cash", login: goodLogin });
  await saveSettings(cash.engine, { actor, vendor: "cash", settingsVersion: 1, administration: "01", settings: { imports }, confirmedExports: null });
  const statuses = await cash.db.prisma.workStatus.findMany({ where: { accountId: actor.accountId } });
  const idOf = (purpose: string) => statuses.find((status) => status.purpose === purpose)?.id ?? "";
  const connectionId = (await storedConnection(cash, actor))?.id ?? "";
  return { actor, connectionId, send: idOf("send"), hold: idOf("hold"), error: idOf("error") };
}

type Options = { confirmedExports?: number | null; settingsVersion?: number; administration?: string; exports?: object };

function requestOf(actor: Actor, { confirmedExports = null, settingsVersion = 2, administration = "01", exports = {} }: Options): SaveRequest {
  return { actor, vendor: "cash", settingsVersion, administration, settings: { imports, exports: { isOn: true, ...exports } }, confirmedExports };
}
const save = (actor: Actor, options: Options = {}) => saveSettings(cash.engine, requestOf(actor, options));

let count = 0;
/** A completed work order. `on`: YYYY-MM-DD, at noon. */
const completed = ({ accountId }: Actor, workStatusId: string, on = "2026-11-20") =>
  cash.db.prisma.workOrder.create({
    data: { accountId, number: `2026.${String((count += 1)).padStart(4, "0")}`, status: "complete", workStatusId, workDate: new Date(on), completedAt: new Date(`${on}T12:00:00Z`), customerName: "Bakkerij Van Leeuwen" },
  });
const intent = ({ actor, connectionId }: { actor: Actor; connectionId: string }, workOrderId: string, state: ExportState, rest: { problem?: object; finishedAt?: Date; requestedAt?: Date } = {}) =>
  cash.db.prisma.exportIntent.create({ data: { accountId: actor.accountId, connectionId, workOrderId, administration: "01", revision: 1, reference: `${workOrderId} ${count += 1}`, trigger: "schedule", state, ...rest } });

describe("switching exports on", () => {
  it("is always asked with the number of work orders that would go out at once, and stores nothing before", async () => {
    const { actor, send, hold } = await connected();
    expect(await save(actor)).toEqual({ outcome: "asks", ahead: 0 });
    await completed(actor, send);
    await completed(actor, send, "2026-10-01");
    await completed(actor, hold);
    expect(await save(actor)).toEqual({ outcome: "asks", ahead: 2 });
    expect(await askBeforeSaving(cash.engine, requestOf(actor, {}))).toEqual({ outcome: "asks", ahead: 2 });
    expect(await storedConnection(cash, actor)).toMatchObject({ settingsVersion: 2, settings: { exports: { isOn: false } }, nextExportAt: null });
  });

  it("goes through with the number that was confirmed, and is due at once", async () => {
    const { actor, send } = await connected();
    await completed(actor, send);
    expect(await askBeforeSaving(cash.engine, requestOf(actor, { confirmedExports: 1 }))).toBeNull();
    expect(await save(actor, { confirmedExports: 1 })).toMatchObject({ outcome: "saved", releasesExports: true });
    const stored = await storedConnection(cash, actor);
    expect(stored).toMatchObject({ settings: { exports: { isOn: true, trigger: send } } });
    expect(stored?.nextExportAt).not.toBeNull();
  });

  it("is asked again when more would go out than was confirmed, and not when it is fewer", async () => {
    const { actor, send } = await connected();
    for (const day of ["2026-11-18", "2026-11-19"]) await completed(actor, send, day);
    expect(await save(actor, { confirmedExports: 1 })).toEqual({ outcome: "asks", ahead: 2 });
    expect(await save(actor, { confirmedExports: 3 })).toMatchObject({ outcome: "saved" });
  });

  it("counts from the start date on, in the account's time zone", async () => {
    const { actor, send } = await connected();
    await cash.db.prisma.account.update({ where: { id: actor.accountId }, data: { timeZone: "Europe/Amsterdam" } });
    const { id } = await completed(actor, send, "2026-11-19");
    await cash.db.prisma.workOrder.update({ where: { id }, data: { completedAt: new Date("2026-11-18T23:30:00Z") } });
    expect(await save(actor, { exports: { startDate: "2026-11-20" } })).toEqual({ outcome: "asks", ahead: 0 });
    expect(await save(actor, { exports: { startDate: "2026-11-19" } })).toEqual({ outcome: "asks", ahead: 1 });
  });
});

describe("while exports are on", () => {
  async function exporting() {
    const scene = await connected();
    await save(scene.actor, { confirmedExports: 0, exports: { startDate: "2026-11-01" } });
    return scene;
  }

  it("an earlier start date, none, or another work status is asked when something would go out", async () => {
    const { actor, send, hold } = await exporting();
    const own = await cash.db.prisma.workStatus.create({ data: { accountId: actor.accountId, code: 2, name: "Gefactureerd", position: 9 } });
    await completed(actor, send, "2026-10-15");
    await completed(actor, own.id, "2026-11-15");
    await completed(actor, hold, "2026-11-15");
    const next = { settingsVersion: 3 };
    expect(await save(actor, { ...next, exports: { startDate: "2026-10-01" } })).toEqual({ outcome: "asks", ahead: 1 });
    expect(await save(actor, { ...next, exports: { startDate: null } })).toEqual({ outcome: "asks", ahead: 1 });
    expect(await save(actor, { ...next, exports: { startDate: "2026-11-01", trigger: own.id } })).toEqual({ outcome: "asks", ahead: 1 });
    expect(await save(actor, { ...next, exports: { startDate: "2026-10-20" } })).toMatchObject({ outcome: "saved" });
  });

  it("nothing is asked for a later start date, another rounding, or switching them off", async () => {
    const { actor, send } = await exporting();
    await completed(actor, send, "2026-11-15");
    expect(await save(actor, { settingsVersion: 3, exports: { startDate: "2026-11-10", hourRounding: "15" } })).toMatchObject({ outcome: "saved", releasesExports: false });
    expect(await save(actor, { settingsVersion: 4, exports: { isOn: false } })).toMatchObject({ outcome: "saved" });
    expect(await storedConnection(cash, actor)).toMatchObject({ nextExportAt: null });
  });

  it("another administration waits until no outcome is open any more", async () => {
    const scene = await exporting();
    const { id } = await completed(scene.actor, scene.hold);
    const { id: intentId } = await intent(scene, id, "uncertain");
    const other = { settingsVersion: 3, administration: "02", exports: { startDate: "2026-11-01" } };
    await expect(save(scene.actor, other)).rejects.toMatchObject({ code: "exports_uncertain" });
    expect(await storedConnection(cash, scene.actor)).toMatchObject({ administration: "01" });
    await cash.db.prisma.exportIntent.update({ where: { id: intentId }, data: { state: "finished" } });
    expect(await save(scene.actor, other)).toMatchObject({ outcome: "saved" });
    expect(await cash.db.prisma.exportIntent.findUnique({ where: { id: intentId } })).toMatchObject({ administration: "01", state: "finished" });
  });

  it("disconnecting stops them and keeps every option; connecting again goes on", async () => {
    const { actor } = await exporting();
    await disconnect(cash.engine, { actor, vendor: "cash" });
    expect(await storedConnection(cash, actor)).toMatchObject({ nextExportAt: null, settings: { exports: { isOn: true, startDate: "2026-11-01" } } });
    await connect(cash.engine, { actor, vendor: "cash", login: goodLogin });
    expect((await storedConnection(cash, actor))?.nextExportAt).not.toBeNull();
  });
});

describe("the options", () => {
  it("stand in the log and in the audit trail with the names of what was chosen", async () => {
    const { actor, hold } = await connected();
    await cash.db.prisma.warehouse.create({ data: { accountId: actor.accountId, code: "01", name: "Centraal magazijn" } });
    const saved = await save(actor, { exports: { isOn: false, hourRounding: "15", statusAfter: hold, defaultWarehouse: "01" } });
    const changes = [
      { field: "export", option: "statusAfter", before: null, after: "0 – Niet naar Cash" },
      { field: "export", option: "defaultWarehouse", before: null, after: "01 – Centraal magazijn" },
      { field: "export", option: "hourRounding", before: "0", after: "15" },
    ];
    expect(saved).toMatchObject({ outcome: "saved", changes });
    const { log, audit } = await traces(cash, actor);
    expect(log.at(-1)).toMatchObject({ operation: "connection.settings-saved", detail: { changes } });
    expect(audit.at(-1)).toMatchObject({ detail: { "cash.exports.hourRounding": { before: "0", after: "15" }, "cash.exports.statusAfter": { before: null, after: "0 – Niet naar Cash" } } });
  });

  it("take nothing that is not on the account's lists, and no work status that would send refused ones again", async () => {
    const { actor, error, hold } = await connected();
    const { send: foreign } = await connected();
    for (const exports of [{ trigger: error }, { trigger: hold }, { statusAfter: error }, { trigger: foreign }, { defaultWarehouse: "77" }]) {
      await expect(save(actor, { exports: { isOn: false, ...exports } })).rejects.toMatchObject({ code: "invalid_input" });
    }
  });

  it("keep what was chosen once and is gone since", async () => {
    const { actor } = await connected();
    const warehouse = await cash.db.prisma.warehouse.create({ data: { accountId: actor.accountId, code: "01", name: "Centraal magazijn" } });
    await save(actor, { exports: { isOn: false, defaultWarehouse: "01" } });
    await cash.db.prisma.warehouse.update({ where: { id: warehouse.id }, data: { active: false } });
    expect(await save(actor, { settingsVersion: 3, exports: { isOn: false, defaultWarehouse: "01", workDescription: true } })).toMatchObject({ outcome: "saved" });
  });

  it("of a connection from before there were exports are those of a new one, and its work statuses are made", async () => {
    const { actor } = await connected();
    await cash.db.prisma.connection.updateMany({ where: { accountId: actor.accountId }, data: { settings: { imports } } });
    await cash.db.prisma.workStatus.deleteMany({ where: { accountId: actor.accountId } });
    await save(actor, { exports: { isOn: false, newMaterial: false } });
    const send = await cash.db.prisma.workStatus.findFirst({ where: { accountId: actor.accountId, purpose: "send" } });
    expect((await storedConnection(cash, actor))?.settings).toMatchObject({ exports: { ...cashExportsSchema.parse({}), newMaterial: false, trigger: send?.id } });
  });
});

describe("what would go out", () => {
  it("is named, oldest completion first, of how many that are complete", async () => {
    const { actor, send, hold } = await connected();
    const second = await completed(actor, send, "2026-11-20");
    const first = await completed(actor, send, "2026-11-18");
    await completed(actor, hold);
    const ahead = await readExportsAhead(cash.engine, { accountId: actor.accountId, vendor: "cash", trigger: null, startDate: null });
    expect(ahead).toEqual({
      count: 2,
      completed: 3,
      first: [first, second].map(({ id, number, customerName, completedAt }) => ({ id, number, customerName, completedAt: completedAt?.toISOString() })),
    });
    const { actor: stranger } = await connected();
    expect(await readExportsAhead(cash.engine, { accountId: stranger.accountId, vendor: "cash", trigger: send, startDate: null })).toMatchObject({ count: 0, completed: 0 });
  });

  it("counts work orders by what became of them, not by tries", async () => {
    const scene = await connected();
    const order = async () => (await completed(scene.actor, scene.hold)).id;
    const problem = { problems: [] };
    const [failed, mended, withdrawn, corrected] = [await order(), await order(), await order(), await order()];
    // A refusal stands while the work order has the status of errors.
    const error = await cash.db.prisma.workStatus.findFirstOrThrow({ where: { accountId: scene.actor.accountId, purpose: "error" }, select: { id: true } });
    await cash.db.prisma.workOrder.update({ where: { id: failed }, data: { workStatusId: error.id } });
    await intent(scene, corrected, "rejected", { problem });
    await intent(scene, failed, "rejected", { problem, requestedAt: new Date("2026-11-01") });
    await intent(scene, failed, "rejected", { problem, requestedAt: new Date("2026-11-02") });
    await intent(scene, mended, "rejected", { problem, requestedAt: new Date("2026-11-01") });
    await intent(scene, mended, "finished", { finishedAt: new Date("2026-11-03T10:00:00Z"), requestedAt: new Date("2026-11-02") });
    await intent(scene, withdrawn, "rejected");
    for (const state of ["pending", "sending", "sent", "uncertain", "needs_review", "dismissed"] as const) await intent(scene, await order(), state);
    expect(await countExports(cash.db, { accountId: scene.actor.accountId, connectionId: scene.connectionId })).toEqual({
      waiting: 3, failed: 1, uncertain: 1, toDecide: 1, done: 1, doneSince: "2026-11-03T10:00:00.000Z",
    });
  });
});
