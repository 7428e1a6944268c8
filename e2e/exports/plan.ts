import type { Chance } from "@/e2e/support/proof/chance";
import type { Call, Fate } from "./life";

/** What happens to one work order on its way to a vendor, told by its seed alone. */
export type Plan = {
  readonly seed: number;
  /** What the vendor lacks and gets first. */
  readonly lacks: { readonly relation: boolean; readonly article: boolean };
  /** In the words of the vendor's stand-in. */
  readonly faults: readonly object[];
  /** Of each further worker; those after the last one live. */
  readonly fates: readonly Fate[];
  /** Two workers take each step at the same moment. */
  readonly isTwofold: boolean;
  /** Somebody presses the buttons, and the schedule sweeps, while it is under way. */
  readonly isPressed: boolean;
  /** Whether a person afterwards decides about what was refused or asked, and has it sent again. */
  readonly isTakenUp: boolean;
  /** How long the vendor may take to answer (milliseconds of real time). Long where no answer is held back, so that a busy machine adds no fault. */
  readonly answerTimeout: number;
  /** After so long there is nothing more to wait for (milliseconds of the lane's time). */
  readonly longest: number;
};

/** Longer than anything takes that ends by itself (milliseconds). */
export const endsByItself = 4 * 60 * 60_000;

/** How often a fault hits, and after how many that pass. */
export type Limits = { readonly skip: number; readonly times: number };

type Habits = {
  /** The calls in which workers die or stand still, the likeliest as often as it is likely. */
  readonly calls: readonly Call[];
  /** The last request of such a call that may be on its way. */
  readonly lastRequest: (call: Call) => number;
};

/** Most die or stand still where it matters: with a document under way to the vendor, or booked there and not yet known here. */
export function drawFate(chance: Chance, { calls, lastRequest }: Habits): Fate {
  const call = pick(chance, calls);
  const kind = chance.between(0, 1);
  if (kind < 0.3) return { kind: "diesAtQuery", query: whole(chance, 1, 90), isAfter: chance.between(0, 1) < 0.5 };
  if (kind < 0.5) return { kind: "diesInCall", call, request: whole(chance, 1, lastRequest(call) + 1), turns: whole(chance, 0, 80) };
  if (kind < 0.75) return { kind: "diesAfterCall", call };
  return { kind: "pauses", call, request: chance.between(0, 1) < 0.6 ? whole(chance, 1, lastRequest(call) + 1) : null, milliseconds: whole(chance, 1, 600) * 1_000 };
}

export function drawLimits(chance: Chance): Limits {
  return { skip: chance.between(0, 1) < 0.75 ? 0 : whole(chance, 1, 3), times: whole(chance, 1, 4) };
}

/** At least `from`, less than `to`. */
export function whole(chance: Chance, from: number, to: number): number {
  return Math.floor(chance.between(from, to));
}

export function pick<Item>(chance: Chance, items: readonly Item[]): Item {
  const item = items[whole(chance, 0, items.length)];
  if (item === undefined) throw new Error("There is nothing to pick from");
  return item;
}
