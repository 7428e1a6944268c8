import type { FaultInput } from "@/e2e/sandbox/cash/faults/schema";
import { makeChance, type Chance } from "@/e2e/support/proof/chance";
import { drawFate, drawLimits, endsByItself, pick, whole, type Limits, type Plan } from "@/e2e/exports/plan";

/** By the WSDL of 2015 calls carry a token, by that of 3.0 the login. */
export type CashPlan = Plan & { readonly faults: readonly FaultInput[]; readonly version: "2015" | "3.0" };

const minute = 60_000;
/** Long enough to see that nothing but asking happens while Cash never ends (milliseconds). */
const longEnough = 90 * minute;
const order = { operation: "Import", table: "2400" } as const;
const record = { operation: "Import" } as const;
const lookUp = { operation: "Export", table: "2400" } as const;
const lines = { operation: "Export", table: "2410" } as const;
const ticket = { operation: "GetTransaction" } as const;

type Make = (only: FaultInput["only"], limits: Limits) => FaultInput;

/** The request, or its answer, is lost. */
const losses: readonly Make[] = [
  ...(["beforeCommit", "afterCommit"] as const).flatMap((when): Make[] => [
    (only, limits) => ({ kind: "reset", when, only, ...limits }),
    (only, limits) => ({ kind: "timeout", when, only, ...limits }),
    (only, limits) => ({ kind: "serverError", when, status: 502, only, ...limits }),
    (only, limits) => ({ kind: "serverError", when, status: 500, only, ...limits }),
  ]),
  (only, limits) => ({ kind: "doubledAnswer", how: "body", only, ...limits }),
  (only, limits) => ({ kind: "doubledAnswer", how: "response", only, ...limits }),
  (only, limits) => ({ kind: "brokenXml", only, ...limits }),
  (only, limits) => ({ kind: "nonsense", only, ...limits }),
];

const lostAnswers: readonly Make[] = [
  (only, limits) => ({ kind: "reset", when: "afterCommit", only, ...limits }),
  (only, limits) => ({ kind: "serverError", when: "afterCommit", status: 504, only, ...limits }),
  (only, limits) => ({ kind: "timeout", when: "afterCommit", only, ...limits }),
  (only, limits) => ({ kind: "brokenXml", only, ...limits }),
];

/** Cash says that it did nothing, or does not say what it did. */
const rebuffs: readonly Make[] = [
  (only, limits) => ({ kind: "tokenExpired", code: 5, only, ...limits }),
  (only, limits) => ({ kind: "tokenExpired", code: 6, only, ...limits }),
  (only, limits) => ({ kind: "responseCode", code: 4, only, ...limits }),
  (only, limits) => ({ kind: "rateLimited", only, ...limits }),
  (only, limits) => ({ kind: "responseCode", code: 800, only, ...limits }),
  (only, limits) => ({ kind: "responseCode", code: 900, only, ...limits }),
  (only, limits) => ({ kind: "responseCode", code: 901, only, ...limits }),
  (only, limits) => ({ kind: "noAdministration", only, ...limits }),
  (only, limits) => ({ kind: "loginRefused", only, ...limits }),
];

const refusals: readonly Make[] = [
  (only, limits) => ({ kind: "refused", only, ...limits }),
  (only, limits) => ({ kind: "refused", records: "2410", message: "Ongeldige waarde 2410=0", only, ...limits }),
  (only, limits) => ({ kind: "pending", polls: 2, then: "refused", only, ...limits }),
];

/** Cash works on it for a moment; shorter than the time after which an absence without a ticket counts. */
const shortPending: readonly Make[] = [
  (only, limits) => ({ kind: "pending", polls: 1, only, ...limits }),
  (only, limits) => ({ kind: "pending", polls: 4, only, ...limits }),
  (only, limits) => ({ kind: "pending", milliseconds: 3_000, only, ...limits }),
  (only, limits) => ({ kind: "pending", milliseconds: 10 * minute, only, ...limits }),
];

/** Nobody but Cash knows when, or whether, this ends: only the ticket tells. */
const longPending: readonly Make[] = [(only, limits) => ({ kind: "pending", milliseconds: 60 * minute, only, ...limits }), (only, limits) => ({ kind: "pending", only, ...limits })];

const cutTables: readonly Make[] = [
  (only, limits) => ({ kind: "halfTable", variant: "cut", only, ...limits }),
  (only, limits) => ({ kind: "halfTable", variant: "reset", only, ...limits }),
];

/** Draws a plan. The same seed gives the same one. */
export function drawPlan(seed: number): CashPlan {
  const chance = makeChance(seed);
  const isLong = chance.between(0, 1) < 0.12;
  const lacks = { relation: chance.between(0, 1) < 0.2, article: chance.between(0, 1) < 0.2 };
  const faults = isLong ? drawLong(chance) : drawFaults(chance, lacks.relation || lacks.article);
  const version = chance.between(0, 1) < 0.5 ? "2015" : "3.0";
  // A worker that dies while Cash keeps an order for an hour leaves no ticket; then nothing that Cash offers could tell that it will come.
  const fates = isLong || chance.between(0, 1) < 0.5 ? [] : Array.from({ length: whole(chance, 1, 3) }, () => drawFate(chance, { calls, lastRequest: () => 3 }));
  return {
    seed, version, lacks, faults, fates,
    isTwofold: chance.between(0, 1) < 0.15,
    isPressed: chance.between(0, 1) < 0.25,
    isTakenUp: chance.between(0, 1) < 0.7,
    answerTimeout: faults.some(({ kind }) => kind === "timeout") ? 400 : 30_000,
    longest: faults.some(isForEver) ? longEnough : endsByItself,
  };
}

function drawLong(chance: Chance): FaultInput[] {
  const others = Array.from({ length: whole(chance, 0, 3) }, () => pick(chance, [...losses.slice(0, 8), ...rebuffs.slice(0, 4)])(pick(chance, [lookUp, ticket]), drawLimits(chance)));
  return [pick(chance, longPending)(order, { skip: 0, times: 1 }), ...others.filter(({ kind }) => kind !== "timeout")];
}

function drawFaults(chance: Chance, hasRecords: boolean): FaultInput[] {
  const others = Array.from({ length: whole(chance, 0, 4) }, () => drawFault(chance, hasRecords));
  if (chance.between(0, 1) > 0.3) return others;
  // Taken by Cash, with the answer lost: the worst of both, for the ticket is lost with it.
  const limits = { skip: 0, times: whole(chance, 1, 3) };
  const taken = pick(chance, [...shortPending, null])?.(order, limits);
  return [...(taken ? [taken] : []), pick(chance, lostAnswers)(order, limits), ...others];
}

function drawFault(chance: Chance, hasRecords: boolean): FaultInput {
  const limits = drawLimits(chance);
  const where = chance.between(0, 1);
  if (where < 0.55) return pick(chance, [...losses, ...losses, ...rebuffs, ...refusals, ...refusals, ...shortPending, ...shortPending])(order, limits);
  if (where < 0.7 && hasRecords) return pick(chance, [...losses, ...rebuffs, ...shortPending])(record, limits);
  if (where < 0.9) return pick(chance, [...losses, ...rebuffs, ...cutTables])(pick(chance, [lookUp, lines]), limits);
  return pick(chance, [...losses, ...rebuffs])(ticket, limits);
}

const calls = ["send", "send", "send", "send", "find", "find", "check", "create", "create", "lookUp", "proposeRelationNumber"] as const;

function isForEver(fault: FaultInput): boolean {
  return fault.kind === "pending" && fault.polls === undefined && fault.milliseconds === undefined;
}
