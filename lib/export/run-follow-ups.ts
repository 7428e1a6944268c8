import { assertNever } from "@/lib/assert";
import type { VendorContext } from "@/lib/connectors/connector";
import type { FollowUp, FollowUpOutcome, Prepared } from "@/lib/connectors/exporter";
import type { AppError } from "@/lib/errors";
import type { HeldIntent } from "@/lib/export/held-intent";
import { toJson, type JournalEvent } from "@/lib/export/journal";
import { keptExchanges, logFollowUp } from "@/lib/export/log-export";
import { concernsAll, delayOf, isForPerson, needPerson } from "@/lib/export/postpone-export";
import { isOpen, readFollowUps, type StoredFollowUp } from "@/lib/export/stored-follow-ups";
import { workOrderPdf } from "@/lib/export/work-order-pdf";
import { Prisma } from "@/lib/generated/prisma/client";

/** What nobody needs is tried so often; what is required, for as long as it takes. */
const MOST_TRIES = 6;

type Booked = { context: VendorContext; prepared: Prepared; documentId: string };

/**
 * Does what is still to be done with a booked document, in order, each step journalled before its first byte and after its answer. One that may
 * be done only once and whose end nobody saw is never done again. Out: whether everything is settled; if not, the intent waits.
 */
export async function runFollowUps(held: HeldIntent, booked: Booked): Promise<boolean> {
  for (;;) {
    const followUp = readFollowUps(held.intent.followUps).find(isOpen);
    if (!followUp) return true;
    const known = held.connection.exporter.followUps[followUp.id];
    if (!known) {
      await settle(held, { ...followUp, state: "skipped" }, "follow-up.failed", {});
    } else if (followUp.state === "begun" && known.repeat === "once") {
      // Begun by a worker who was lost: it may have happened.
      await settle(held, { ...followUp, state: "uncertain" }, "follow-up.uncertain", {});
    } else {
      await settle(held, { ...followUp, state: "begun", tries: followUp.tries + 1 }, "follow-up.begun", { documentId: booked.documentId });
      if (!(await takeOutcome(held, { followUp: { ...followUp, tries: followUp.tries + 1 }, known, outcome: await run(held, known, booked) }))) return false;
    }
  }
}

/** What a vendor's code throws all the same tells nothing about what happened. */
function run(held: HeldIntent, known: FollowUp, { context, prepared, documentId }: Booked): Promise<FollowUpOutcome> {
  return known.run(context, { documentId, prepared, workOrderPdf: () => workOrderPdf(held, prepared) });
}

type Answered = { followUp: StoredFollowUp; known: FollowUp; outcome: FollowUpOutcome };

/** Out: whether it goes on now. */
async function takeOutcome(held: HeldIntent, { followUp, known, outcome }: Answered): Promise<boolean> {
  switch (outcome.outcome) {
    case "done":
      await settle(held, { ...followUp, state: "done", error: null }, "follow-up.done", {});
      return true;
    case "failed":
      await settle(held, { ...followUp, state: "failed", error: plain(outcome.error) }, "follow-up.failed", { raw: outcome.raw, error: plain(outcome.error) }, outcome.error);
      return true;
    case "uncertain":
      if (known.repeat === "safe") return putOff(held, { followUp, known, error: outcome.error });
      await settle(held, { ...followUp, state: "uncertain", error: plain(outcome.error) }, "follow-up.uncertain", { error: plain(outcome.error) }, outcome.error);
      return true;
    case "waits":
      return putOff(held, { followUp, known, error: outcome.error });
    default:
      return assertNever(outcome);
  }
}

const plain = ({ code, params }: AppError) => ({ code, params });

/** It is tried again later; what nobody needs not for ever, unless nothing else could be done at the vendor either. Out: whether it goes on now. */
async function putOff(held: HeldIntent, { followUp, known, error }: { followUp: StoredFollowUp; known: FollowUp; error: AppError }): Promise<boolean> {
  const isGeneral = concernsAll.includes(error.code) || isForPerson(error);
  if (!known.isRequired && !isGeneral && followUp.tries >= MOST_TRIES) {
    await settle(held, { ...followUp, state: "failed", error: plain(error) }, "follow-up.failed", { error: plain(error) }, error);
    return true;
  }
  const delay = error.retryAfterMs ?? delayOf(held.engine.timing.exportRetryDelays, followUp.tries - 1);
  const waitsUntil = isForPerson(error) ? null : new Date(held.now().getTime() + delay);
  const tries = isGeneral ? followUp.tries - 1 : followUp.tries;
  await held.write(async (tx) => {
    if (isForPerson(error)) await needPerson(tx, held.connection, error);
    if (held.intent.waitsFor === null) await logFollowUp(tx, await about(tx, held), { followUp: followUp.id, state: "waiting", isRequired: known.isRequired }, error);
    const changes = { waitsUntil, waitsFor: toJson(plain(error)), followUps: replaced(held, { ...followUp, state: "due", tries, error: plain(error) }) };
    await held.move(tx, { to: "sent", event: "follow-up.waiting", detail: toJson({ followUp: followUp.id, error: { ...plain(error), detail: error.detail } }), changes });
  });
  return false;
}

/** Writes down how it stands. A required one that is refused ends the plan: what comes after it makes no sense without it. */
async function settle(held: HeldIntent, followUp: StoredFollowUp, event: JournalEvent, detail: object, error: AppError | null = null): Promise<void> {
  const isRequired = held.connection.exporter.followUps[followUp.id]?.isRequired ?? false;
  await held.write(async (tx) => {
    const answer = followUp.state === "begun" ? {} : { exchanges: keptExchanges(held.exchanges) };
    const changes = { waitsUntil: null, ...(followUp.state === "begun" ? {} : { waitsFor: Prisma.DbNull }), followUps: replaced(held, followUp, followUp.state === "failed" && isRequired) };
    await held.move(tx, { to: "sent", event, detail: toJson({ followUp: followUp.id, ...detail, ...answer }), changes });
    if (followUp.state === "failed" || followUp.state === "uncertain") await logFollowUp(tx, await about(tx, held), { followUp: followUp.id, state: followUp.state, isRequired }, error);
  });
}

function replaced(held: HeldIntent, followUp: StoredFollowUp, endsPlan = false): Prisma.InputJsonArray {
  const at = held.now().toISOString();
  return readFollowUps(held.intent.followUps).map((one) => {
    if (one.id === followUp.id) return { ...followUp, at };
    return endsPlan && isOpen(one) ? { ...one, state: "skipped", at } : one;
  });
}

async function about(tx: Prisma.TransactionClient, held: HeldIntent) {
  const { connection, intent, exchanges } = held;
  const workOrder = await tx.workOrder.findUniqueOrThrow({ where: { id: intent.workOrderId, accountId: connection.accountId }, select: { id: true, number: true } });
  return { connection, workOrder, at: held.now(), exchanges };
}
