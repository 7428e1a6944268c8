import { randomUUID } from "node:crypto";
import { makeChance, type Chance } from "@/e2e/support/proof/chance";
import { AppError } from "@/lib/errors";
import { dismissExports } from "@/lib/export/dismiss-exports";
import { finishAgain } from "@/lib/export/finish-again";
import { linkToExisting } from "@/lib/export/link-to-existing";
import { makeDueAll } from "@/lib/export/make-due";
import { requestExport } from "@/lib/export/request-export";
import { findWaitingExports } from "@/lib/export/schedule-exports";
import { sendAgain } from "@/lib/export/send-again";
import { findRefused, readFollowUps } from "@/lib/export/stored-follow-ups";
import { readOutcome } from "@/lib/export/stored-outcome";
import type { ExportIntent } from "@/lib/generated/prisma/client";
import { createWorkOrder } from "@/lib/work-orders/create-work-order";
import { enterMaterial, enterPeriod, enterWorkOrder } from "@/lib/work-orders/fixtures/entered";
import type { Lane } from "./lane";
import { pick, whole, type Plan } from "./plan";
import { Worker, type Turn } from "./worker";

/** What was entered, and what the vendor must have of it in the end. */
export type Entered = { readonly id: string; readonly number: string; readonly lines: number; readonly newRelation: string | null; readonly newArticle: string | null };

/** More turns than this mean that it never comes to an end. */
const mostTurns = 600;

/** Enters the plan's work order and lets its workers work until there is nothing left that passes by itself. */
export async function runPlan(lane: Lane, plan: Plan): Promise<Entered> {
  await lane.begin(plan);
  const entered = await enter(lane, plan);
  await makeDueAll(lane.engine, { connectionId: lane.connectionId, trigger: "schedule", requestedBy: null });
  await workOut(lane, plan, entered.id);
  return entered;
}

/** A complete work order with the work status that sends; nothing has made it due yet. */
export async function enter(lane: Lane, { seed, lacks }: Pick<Plan, "seed" | "lacks">): Promise<Entered> {
  const chance = makeChance(seed + 1);
  const mark = randomUUID().slice(0, 8).toUpperCase();
  const { stock } = lane;
  const newRelation = lacks.relation ? `Nieuw ${mark}` : null;
  const newArticle = lacks.article ? `N${mark}` : null;
  const quantity = () => `${Math.floor(chance.between(1, 20))}.${Math.floor(chance.between(0, 99)).toString().padStart(2, "0")}`;
  const lines = [
    ...stock.materials.map((code) => enterMaterial({ code, quantity: quantity(), price: `${Math.floor(chance.between(1, 90))}.5` })),
    ...(newArticle ? [enterMaterial({ code: newArticle, name: "Nieuw artikel", quantity: "1", unit: "st", price: "3.75" })] : []),
    ...(chance.between(0, 1) < 0.5 ? [enterPeriod({ hourTypeCode: stock.hourType, totalMinutes: 15 * Math.floor(chance.between(1, 20)) })] : []),
  ];
  const customer = newRelation ? stock.newcomer(newRelation, chance.between(0, 1) < 0.5 ? null : String(whole(chance, 300_000, 899_999))) : stock.customer;
  const { db } = lane.engine;
  const { id, number } = await createWorkOrder(db, { accountId: lane.accountId, actor: null, origin: "api", status: "complete", number: `P${mark}`, input: enterWorkOrder({ customer, lines }), now: lane.now() });
  await db.prisma.workOrder.update({ where: { id, accountId: lane.accountId }, data: { workStatusId: lane.sendId } });
  return { id, number, lines: lines.length, newRelation, newArticle };
}

/** When there is nothing more to wait for (milliseconds of the lane's time). */
export function endOf(lane: Lane, { longest }: Plan): number {
  return lane.now().getTime() + longest;
}

/** Works until nothing is left but what only the vendor or a person can end. */
async function workOut(lane: Lane, plan: Plan, workOrderId: string): Promise<void> {
  const chance = makeChance(plan.seed + 2);
  const fates = [...plan.fates];
  const end = endOf(lane, plan);
  const next = () => new Worker(lane, `worker ${plan.fates.length - fates.length}`, fates.shift() ?? null);
  let workers = [next(), ...(plan.isTwofold ? [next()] : [])];
  let sleepers: { readonly worker: Worker; readonly until: Date }[] = [];
  const wake = async (moment: Date) => {
    for (const { worker } of sleepers.filter(({ until }) => until <= moment)) await finishPause(worker);
    sleepers = sleepers.filter(({ until }) => until > moment);
  };
  try {
    for (let turn = 0; ; turn += 1) {
      if (turn > mostTurns) throw new Error("It never comes to an end");
      const pressed = plan.isPressed ? press(lane, chance, workOrderId) : null;
      const [turns] = await Promise.all([Promise.all(workers.map((worker) => worker.turn())), pressed]);
      workers = workers.map((worker, place) => {
        const state = turns[place]?.state;
        if (state === "paused") sleepers.push({ worker, until: new Date(lane.now().getTime() + worker.life.pauseLength) });
        return state === "dead" || state === "paused" ? next() : worker;
      });
      if (turns.some(({ state }) => state === "worked" || state === "dead" || state === "paused")) continue;
      const until = nextMoment(turns, sleepers);
      if (until === null) {
        // Whoever pressed a button held it at that moment: the schedule finds it.
        if ((await lane.reconnect()) || (await findWaitingExports(lane.engine)).includes(lane.connectionId)) continue;
        return;
      }
      if (until.getTime() > end) return;
      await lane.passTo(until);
      await wake(lane.now());
    }
  } finally {
    for (const { worker } of sleepers) worker.life.die();
    for (const worker of workers) worker.leave();
  }
}

/** The process that stood still goes on where it was, whatever has happened meanwhile. */
async function finishPause(worker: Worker): Promise<void> {
  await worker.goOn();
  worker.leave();
}

/** When there is something to do again; null: never by itself. */
function nextMoment(turns: readonly Turn[], sleepers: readonly { readonly until: Date }[]): Date | null {
  const moments = [...turns.flatMap((turn) => (turn.state === "waits" && turn.until ? [turn.until] : [])), ...sleepers.map(({ until }) => until)];
  return moments.reduce<Date | null>((earliest, moment) => (earliest === null || moment < earliest ? moment : earliest), null);
}

/** Two people in their tabs, and the schedule, while the workers are at it. */
async function press({ engine, accountId, connectionId }: Lane, chance: Chance, workOrderId: string): Promise<void> {
  const ask = (actor: string, kind: "now" | "again") => requestExport(engine, { accountId, connectionId, workOrderIds: [workOrderId], actor, kind }).catch(ignoreObstacle);
  const acts = [
    () => makeDueAll(engine, { connectionId, trigger: "schedule", requestedBy: null }),
    () => makeDueAll(engine, { connectionId, trigger: "manual", requestedBy: "Marit" }),
    () => ask("Marit", "now"),
    () => ask("Joost", "again"),
    () => Promise.all([ask("Marit", "again"), ask("Joost", "again"), ask("Joost", "now")]),
  ];
  if (chance.between(0, 1) < 0.4) await acts[Math.floor(chance.between(0, acts.length))]?.();
}

/** A connection that waits for a person exports nothing, whoever asks. */
function ignoreObstacle(error: unknown): void {
  if (!(error instanceof AppError)) throw error;
}

/** What a person does about an export that was refused, or about which they are asked. */
export type Decision = "again" | "linked" | "sentAgain" | "dismissed" | "finishedAgain";

/** Lets a person decide, and the export go its way again. Out: what they did; null: there was nothing to decide. */
export async function takeUp(lane: Lane, plan: Plan, entered: Entered): Promise<Decision | null> {
  const decision = await decide(lane, plan, entered);
  if (decision !== null) await workOut(lane, { ...plan, fates: [], isPressed: false }, entered.id);
  return decision;
}

/** What a person does about an export that was refused or is in doubt, once nothing at the vendor goes wrong any more; null: there is nothing to decide. */
export async function decide(lane: Lane, plan: Plan, { id: workOrderId }: Entered): Promise<Decision | null> {
  const { engine, accountId, connectionId } = lane;
  const intent = await engine.db.prisma.exportIntent.findFirst({ where: { workOrderId, accountId }, orderBy: [{ requestedAt: "desc" }, { id: "desc" }] });
  const decision = intent === null ? null : chooseDecision(lane, plan, intent);
  if (intent === null || decision === null) return null;
  await lane.calm();
  const request = { accountId, connectionId, actor: "Marit" };
  switch (decision) {
    case "again":
      await Promise.all(["Marit", "Joost"].map((actor) => requestExport(engine, { ...request, actor, workOrderIds: [workOrderId], kind: "again" })));
      break;
    case "linked": {
      const [candidate] = readOutcome(intent.problem).candidates;
      await linkToExisting(engine, { ...request, workOrderId, documentId: candidate?.id ?? "" });
      break;
    }
    case "sentAgain":
      await Promise.all([sendAgain(engine, { ...request, workOrderId }), sendAgain(engine, { ...request, workOrderId })]);
      break;
    case "dismissed":
      await dismissExports(engine, { ...request, workOrderIds: [workOrderId] });
      break;
    case "finishedAgain":
      await Promise.all([finishAgain(engine, { ...request, workOrderId }), finishAgain(engine, { ...request, workOrderId })]);
  }
  return decision;
}

function chooseDecision({ connector }: Lane, { seed }: Plan, { state, followUps }: Pick<ExportIntent, "state" | "followUps">): Decision | null {
  if (state === "rejected") return "again";
  if (state === "needs_review") return pick(makeChance(seed + 3), ["linked", "sentAgain", "dismissed"] as const);
  const refused = connector.exporter && findRefused(readFollowUps(followUps), connector.exporter);
  return state === "finished" && refused ? "finishedAgain" : null;
}
