import type { Outcome } from "./outcome";
import type { Lane } from "./lane";
import type { Plan } from "./plan";
import type { Decision, Entered } from "./run-plan";

/** What is one vendor's own in a proof: its lanes, what can go wrong, and what must stand there in the end. */
export type VendorProof<OneLane extends Lane = Lane, OnePlan extends Plan = Plan> = {
  /** The same seed gives the same plan. */
  drawPlan(seed: number): OnePlan;
  openLane(databaseUrl: string): Promise<OneLane>;
  /** @param decision what a person decided about it before */
  judge(lane: OneLane, plan: OnePlan, entered: Entered, decision: Decision | null): Promise<Outcome>;
};
