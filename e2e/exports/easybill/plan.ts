import type { OperationName } from "@/e2e/sandbox/easybill/api/operation-names";
import type { FaultInput } from "@/e2e/sandbox/easybill/faults/schema";
import type { Call } from "@/e2e/exports/life";
import { drawFate, drawLimits, endsByItself, pick, whole, type Limits, type Plan } from "@/e2e/exports/plan";
import { makeChance, type Chance } from "@/e2e/support/proof/chance";

export type EasybillPlan = Plan & {
  readonly faults: readonly FaultInput[];
  readonly settings: { readonly finality: "draft" | "final"; readonly attachment: boolean; readonly email: boolean };
  /** The key is revoked before anything is asked, until a person enters a new one. */
  readonly isKeyRevoked: boolean;
};

type Make = (operation: OperationName, limits: Limits) => FaultInput;
type RequestFaultInput = Exclude<FaultInput, { kind: `webhook${string}` }>;

const minute = 60_000;
/** Milliseconds in which even a busy machine answers. */
export const patientTimeout = 30_000;
const make = (fault: RequestFaultInput): Make => (operation, limits) => ({ ...fault, only: { operation }, ...limits });

const lostRequests: readonly Make[] = (["reset", "timeout", "serverError"] as const).map((kind) => make({ kind, when: "beforeCommit" }));
const lostAnswers: readonly Make[] = [
  ...(["reset", "timeout", "serverError"] as const).map((kind) => make({ kind, when: "afterCommit" })),
  make({ kind: "doubledAnswer", how: "body" }),
  make({ kind: "doubledAnswer", how: "response" }),
  make({ kind: "brokenJson" }),
  make({ kind: "nonsense" }),
];
const losses = [...lostRequests, ...lostAnswers];

/** What was asked for is done later, when its answer is long lost; those of more than a quarter of an hour after it counts as never arrived. */
const late: readonly Make[] = [3_000, 10 * minute, 14 * minute, 20 * minute].flatMap((milliseconds) =>
  (["timeout", "reset", "serverError"] as const).map((answer) => make({ kind: "lateCommit", milliseconds, answer })),
);

/** EasyBill says that it did nothing. */
const rebuffs: readonly Make[] = [make({ kind: "unauthorized" }), make({ kind: "rateLimited" }), make({ kind: "rateLimited", retryAfterSeconds: 40 })];
const locks: readonly Make[] = [make({ kind: "locked" }), make({ kind: "locked", milliseconds: 2 * minute })];
const refusal = make({ kind: "refused", status: 400, message: "items.0.quantity: must be greater than 0" });
const shortList = make({ kind: "shortList" });

const reads: readonly OperationName[] = ["listDocuments", "listDocuments", "getDocument", "getCustomer"];
const creations: readonly OperationName[] = ["createCustomer", "createPosition", "listCustomers", "listPositions"];

/** Draws a plan. The same seed gives the same one. */
export function drawPlan(seed: number): EasybillPlan {
  const chance = makeChance(seed);
  const lacks = { relation: chance.between(0, 1) < 0.2, article: chance.between(0, 1) < 0.2 };
  const isFinal = chance.between(0, 1) < 0.65;
  const settings = { finality: isFinal ? "final" : "draft", attachment: chance.between(0, 1) < 0.4, email: isFinal && chance.between(0, 1) < 0.5 } as const;
  const faults = drawFaults(chance, followUpsOf(settings), lacks.relation || lacks.article);
  const fates = chance.between(0, 1) < 0.5 ? [] : Array.from({ length: whole(chance, 1, 3) }, () => drawFate(chance, { calls, lastRequest }));
  return {
    seed, lacks, settings, faults, fates,
    isKeyRevoked: chance.between(0, 1) < 0.05,
    isTwofold: chance.between(0, 1) < 0.15,
    isPressed: chance.between(0, 1) < 0.25,
    isTakenUp: chance.between(0, 1) < 0.7,
    answerTimeout: faults.some((fault) => fault.kind === "timeout" || (fault.kind === "lateCommit" && fault.answer === "timeout")) ? 400 : patientTimeout,
    longest: endsByItself,
  };
}

/** The requests that write after the draft is made. */
function followUpsOf({ finality, attachment, email }: EasybillPlan["settings"]): OperationName[] {
  return [...(attachment ? (["createAttachment", "updateAttachment"] as const) : []), ...(finality === "final" ? (["finishDocument", "finishDocument"] as const) : []), ...(email ? (["sendDocument"] as const) : [])];
}

function drawFaults(chance: Chance, followUps: readonly OperationName[], hasRecords: boolean): FaultInput[] {
  const others = Array.from({ length: whole(chance, 0, 4) }, () => drawFault(chance, followUps, hasRecords));
  if (chance.between(0, 1) > 0.35) return others;
  // Taken by EasyBill, with the answer lost: nothing but a look-up can tell.
  const limits = { skip: 0, times: whole(chance, 1, 3) };
  return [pick(chance, [...lostAnswers, ...late])("createDocument", limits), ...others];
}

function drawFault(chance: Chance, followUps: readonly OperationName[], hasRecords: boolean): FaultInput {
  const limits = drawLimits(chance);
  const where = chance.between(0, 1);
  if (where < 0.35) return pick(chance, [...losses, ...losses, ...rebuffs, ...late, refusal, refusal])("createDocument", limits);
  if (where < 0.65 && followUps.length > 0) return drawFollowUpFault(chance, pick(chance, followUps), limits);
  if (where < 0.8 && hasRecords) return pick(chance, [...losses, ...rebuffs])(pick(chance, creations), limits);
  if (where < 0.9) return pick(chance, [...losses, ...rebuffs, ...locks])("deleteDocument", limits);
  const read = pick(chance, reads);
  return pick(chance, [...losses, ...rebuffs, ...(read === "listDocuments" ? [shortList] : [])])(read, limits);
}

function drawFollowUpFault(chance: Chance, operation: OperationName, limits: Limits): FaultInput {
  const own = operation === "finishDocument" ? [...locks, ...locks, ...late] : [];
  return pick(chance, [...losses, ...rebuffs, ...own, refusal])(operation, limits);
}

const calls: readonly Call[] = ["send", "send", "send", "send", "find", "find", "finish", "finish", "attachment", "email", "create", "create", "readDetails", "lookUp", "proposeRelationNumber", "discard"];

/** A file whose link was already on its way when its worker stopped would be linked beside that of the next worker: nothing at EasyBill tells the two apart. */
function lastRequest(call: Call): number {
  return call === "attachment" ? 2 : 3;
}
