import type { CashLane } from "@/e2e/exports/cash/lane";
import type { CashPlan } from "@/e2e/exports/cash/plan";
import { cashProof } from "@/e2e/exports/cash/proof";
import type { Outcome } from "@/e2e/exports/outcome";
import { judgeDecided } from "@/e2e/exports/prove";
import { decide, endOf, enter } from "@/e2e/exports/run-plan";
import { eventually } from "@/e2e/support/job-engine/eventually";
import { makeChance, type Chance } from "@/e2e/support/proof/chance";
import { makeDueAll } from "@/lib/export/make-due";
import type { Installation } from "./installation";

/** More rounds mean that it never comes to an end. */
const mostRounds = 1_000;
/** A busy machine may start processes slowly (milliseconds). */
const patience = 240_000;

/** One plan on its way through the real job engine, as far as a person's decision about it leads. Its workers are the installation's, so its fates are not used. */
export async function runThroughJobs(lane: CashLane, installation: Installation, plan: CashPlan): Promise<Outcome & { readonly workOrderId: string }> {
  const chance = makeChance(plan.seed + 4);
  await lane.begin(plan);
  await installation.tell(lane);
  const entered = await enter(lane, plan);
  await makeDueAll(lane.engine, { connectionId: lane.connectionId, trigger: "schedule", requestedBy: null });
  await workOut(lane, installation, plan, chance);
  const outcome = await cashProof.judge(lane, plan, entered, null);
  const decision = outcome.problems.length === 0 && plan.isTakenUp ? await decide(lane, plan, entered) : null;
  if (decision === null) return { ...outcome, workOrderId: entered.id };
  await workOut(lane, installation, plan, chance);
  return { ...(await judgeDecided(cashProof, lane, { plan, entered, decision })), workOrderId: entered.id };
}

/** Lets the jobs work until nothing is left but what only Cash or a person can end. */
async function workOut(lane: CashLane, installation: Installation, plan: CashPlan, chance: Chance): Promise<void> {
  const end = endOf(lane, plan);
  for (let round = 0; round <= mostRounds; round += 1) {
    await announce(lane, installation, chance);
    installation.killPerhaps();
    await untilNoJobRuns(lane, installation);
    if (await lane.reconnect()) continue;
    const open = await lane.engine.db.prisma.exportIntent.findMany({ where: { connectionId: lane.connectionId, state: { in: ["pending", "sending", "sent", "uncertain"] } }, select: { waitsUntil: true, leaseUntil: true } });
    if (open.length === 0) return;
    const [next] = open.map(({ waitsUntil, leaseUntil }) => new Date(Math.max(waitsUntil?.getTime() ?? 0, leaseUntil?.getTime() ?? 0))).filter((moment) => moment > lane.now());
    if (next === undefined) continue;
    if (next.getTime() > end) return;
    await lane.passTo(next);
    await installation.tell(lane);
  }
  throw new Error("The exports never come to an end");
}

/** The job engine is told that exports wait, once or twice, or the schedule is asked to find them. */
async function announce({ connectionId }: CashLane, { client }: Installation, chance: Chance): Promise<void> {
  const event = { name: "export/requested", data: { connectionId } };
  const events = chance.between(0, 1) < 0.3 ? [{ name: "schedule/asked", data: {} }] : chance.between(0, 1) < 0.5 ? [event, event] : [event];
  await eventually(() => client.send(events).then(() => true, () => false), patience);
}

async function untilNoJobRuns({ engine, connectionId }: CashLane, installation: Installation): Promise<void> {
  await eventually(async () => {
    installation.ensureWhole();
    const { rows } = await engine.db.pool.query(
      `SELECT FROM engine_event event LEFT JOIN engine_run run ON run.event_id = event.id
       WHERE event.payload->'data'->>'connectionId' = $1 AND (run.state = 'live' OR NOT event.is_routed) LIMIT 1`,
      [connectionId],
    );
    return rows.length === 0;
  }, patience);
}
