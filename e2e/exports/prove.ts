import type { Lane } from "./lane";
import type { Outcome } from "./outcome";
import type { Plan } from "./plan";
import { runPlan, takeUp, type Decision, type Entered } from "./run-plan";
import { tellStory } from "./tell-story";
import type { VendorProof } from "./vendor-proof";

type Failure = { readonly seed: number; readonly problems: readonly string[]; readonly story: string };
/** `events`: how often which thing stands in the journals, so that nobody takes a proof for one that met no trouble. */
export type Proof = { readonly schedules: number; readonly states: Readonly<Record<string, number>>; readonly events: Readonly<Record<string, number>>; readonly failures: readonly Failure[] };

export type ProofOptions = {
  readonly databaseUrl: string;
  /** The first seed; each schedule has the next one. */
  readonly seed: number;
  readonly schedules: number;
  /** How many run at once, each in a lane of its own. */
  readonly lanes: number;
  readonly onProgress?: (done: number) => void;
};

/** A lane's vendor is given up after so many schedules. */
const schedulesPerLane = 40;
/** More are not needed to see what is wrong. */
const mostFailures = 10;

/** Runs schedule after schedule, and says which of them did not end as promised. */
export async function prove<OneLane extends Lane, OnePlan extends Plan>(proof: VendorProof<OneLane, OnePlan>, { databaseUrl, seed, schedules, lanes, onProgress }: ProofOptions): Promise<Proof> {
  const states: Record<string, number> = {};
  const events: Record<string, number> = {};
  const leave = async (lane: Lane) => {
    for (const { event, _count } of await lane.engine.db.prisma.exportJournal.groupBy({ by: ["event"], where: { accountId: lane.accountId }, _count: true })) events[event] = (events[event] ?? 0) + _count;
    await lane.close();
  };
  const failures: Failure[] = [];
  let taken = 0;
  let done = 0;
  const work = async () => {
    let lane: OneLane | null = null;
    for (let served = 0; taken < schedules && failures.length < mostFailures; served += 1) {
      const plan = proof.drawPlan(seed + taken);
      taken += 1;
      if (lane === null || served % schedulesPerLane === 0) {
        if (lane) await leave(lane);
        lane = await proof.openLane(databaseUrl);
      }
      const { state, failure } = await proveOne(proof, lane, plan);
      states[state] = (states[state] ?? 0) + 1;
      if (failure) {
        failures.push(failure);
        // Whatever it left behind is no fault of the next one.
        await leave(lane);
        lane = null;
      }
      done += 1;
      onProgress?.(done);
    }
    if (lane) await leave(lane);
  };
  await Promise.all(Array.from({ length: lanes }, work));
  return { schedules: done, states, events, failures };
}

async function proveOne<OneLane extends Lane, OnePlan extends Plan>(proof: VendorProof<OneLane, OnePlan>, lane: OneLane, plan: OnePlan): Promise<{ state: string; failure: Failure | null }> {
  try {
    const entered = await runPlan(lane, plan);
    let { state, problems } = await proof.judge(lane, plan, entered, null);
    const decision = problems.length === 0 && plan.isTakenUp ? await takeUp(lane, plan, entered) : null;
    if (decision !== null) ({ state, problems } = await judgeDecided(proof, lane, { plan, entered, decision }));
    const told = decision === null ? (state ?? "none") : `${decision}, ${state ?? "none"}`;
    return { state: told, failure: problems.length > 0 ? { seed: plan.seed, problems, story: await tellStory(lane, plan, entered.id) } : null };
  } catch (error) {
    return { state: "broken", failure: { seed: plan.seed, problems: [error instanceof Error ? (error.stack ?? error.message) : String(error)], story: await tellStory(lane, plan, null) } };
  }
}

/** After a person's decision it is where that leads, and nowhere else. */
export async function judgeDecided<OneLane extends Lane, OnePlan extends Plan>(
  { judge }: VendorProof<OneLane, OnePlan>,
  lane: OneLane,
  { plan, entered, decision }: { plan: OnePlan; entered: Entered; decision: Decision },
): Promise<Outcome> {
  const { state, problems } = await judge(lane, plan, entered, decision);
  const wanted = decision === "dismissed" ? "dismissed" : "finished";
  return { state, problems: state === wanted ? problems : [...problems, `a person decided "${decision}", and it is ${state ?? "nowhere"}`] };
}
