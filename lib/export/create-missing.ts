import { assertNever } from "@/lib/assert";
import type { VendorContext } from "@/lib/connectors/connector";
import type { SendOutcome } from "@/lib/connectors/exporter";
import type { MissingRecord } from "@/lib/export/document/check-match";
import { concludeCreation } from "@/lib/export/conclude-creation";
import { rejectExport } from "@/lib/export/conclude-export";
import { creationKey, findThere, journal, moveCreation, reserveNumber, type Creation } from "@/lib/export/creation";
import type { HeldIntent } from "@/lib/export/held-intent";
import { toJson } from "@/lib/export/journal";
import { keptExchanges } from "@/lib/export/log-export";
import { delayOf, postponeExport } from "@/lib/export/postpone-export";
import { newRecord } from "@/lib/export/prepare-export";

type Creating = { held: HeldIntent; context: VendorContext; missing: MissingRecord };

/**
 * Brings one relation or article that the vendor lacks a step further; the export begins again afterwards and finds it. Its number is set aside
 * and journalled before anything is sent, it is looked up immediately before and after, and what a lost worker had sent is found again. Where
 * a number can stand at the vendor twice, it is sent again only after so long that nothing sent before can still arrive.
 */
export async function createMissing(creating: Creating): Promise<void> {
  const { held, context } = creating;
  const creation = await findCreation(creating);
  if (creation.state === "sending") return resume(creating, creation);
  // Taken by somebody else since it was set aside.
  if ((await findThere(held, context, creation)) !== null) return giveUpNumber(held, creation);
  return send(creating, creation);
}

async function send(creating: Creating, creation: Creation): Promise<void> {
  const { held, context, missing } = creating;
  const record = newRecord(missing, creation.externalId);
  await moveCreation(held, creation, { to: "sending", event: "record.sending", detail: toJson({ record }) });
  return takeAnswer(creating, creation, await held.connection.exporter.create(context, record, held.connection.exportSettings));
}

/** The next pass sets another number aside. */
function giveUpNumber(held: HeldIntent, creation: Creation): Promise<void> {
  return held.write(async (tx) => {
    await journal(tx, held, "record.answered", { kind: creation.kind, key: creation.localKey, externalId: creation.externalId, isTaken: true });
    await tx.exportCreation.delete({ where: { connectionId_administration_kind_localKey: creationKey(creation) } });
  });
}

async function findCreation({ held, context, missing }: Creating): Promise<Creation> {
  const { connection, engine } = held;
  const key = { connectionId: connection.id, administration: connection.administration ?? "", kind: missing.kind, localKey: missing.key };
  return (await engine.db.prisma.exportCreation.findUnique({ where: { connectionId_administration_kind_localKey: key } })) ?? reserveNumber(held, context, missing);
}

/** Sent by a worker who was lost, or with an answer that did not say enough: nothing is sent before it was looked up. */
async function resume(creating: Creating, creation: Creation): Promise<void> {
  const { held, context } = creating;
  const { timing } = held.engine;
  // The exporter compares what stands there with what was sent, and writes nothing when it is the same.
  if ((await findThere(held, context, creation)) !== null) return send(creating, creation);
  const ticket = creation.ticket === null ? null : await held.connection.exporter.check(context, creation.ticket);
  if (ticket?.state === "pending") return waitFor(held, delayOf(timing.exportLookUpDelays, held.intent.lookUps));
  if (ticket?.state === "refused") return refuse(creating, creation, ticket.problems);
  const { absentSince } = held.intent;
  const now = held.now();
  const quiet = held.connection.exporter.isNumberUnique ? timing.exportQuiet : timing.exportQuietWithoutTicket;
  if (absentSince === null) return waitFor(held, quiet, now);
  const rest = quiet - (now.getTime() - absentSince.getTime());
  if (rest > 0) return waitFor(held, rest);
  // Absent twice: it did not arrive.
  await moveCreation(held, creation, { to: "reserved", event: "record.answered", detail: { absentSince: absentSince.toISOString() } });
}

async function takeAnswer(creating: Creating, creation: Creation, outcome: SendOutcome): Promise<void> {
  const { held, context } = creating;
  const exchanges = keptExchanges(held.exchanges);
  const answered = (more: object) => toJson({ outcome: outcome.outcome, exchanges, ...more });
  switch (outcome.outcome) {
    case "booked": {
      const vendorId = await findThere(held, context, creation);
      return vendorId === null ? stay(creating, creation, outcome.ticket, answered({})) : concludeCreation(creating, creation, vendorId);
    }
    case "pending":
      return stay(creating, creation, outcome.ticket, answered({ ticket: outcome.ticket }));
    case "refused": {
      if (outcome.problems.some(({ code }) => code === "relationNumberTaken")) return giveUpNumber(held, creation);
      const vendorId = await findThere(held, context, creation);
      return vendorId === null ? refuse(creating, creation, outcome.problems) : concludeCreation(creating, creation, vendorId);
    }
    case "notSent":
      await moveCreation(held, creation, { to: "reserved", event: "record.answered", detail: answered({ error: outcome.error.code }) });
      return postponeExport(held, outcome.error);
    case "uncertain":
      return stay(creating, creation, outcome.ticket, answered({ error: outcome.error.code }));
    default:
      return assertNever(outcome);
  }
}

/** It may be there soon. */
async function stay({ held }: Creating, creation: Creation, ticket: string | null, detail: ReturnType<typeof toJson>): Promise<void> {
  await moveCreation(held, creation, { to: "sending", ticket, event: "record.answered", detail });
  return waitFor(held, delayOf(held.engine.timing.exportLookUpDelays, 0));
}

async function refuse({ held, missing }: Creating, creation: Creation, problems: Parameters<typeof rejectExport>[1]): Promise<void> {
  await moveCreation(held, creation, { to: "reserved", event: "record.answered", detail: toJson({ problems }) });
  return rejectExport(held, problems.length > 0 ? problems : [{ code: "refused", params: { message: missing.key } }]);
}

/** @param absentSince a look-up found nothing for the first time since it was sent */
function waitFor(held: HeldIntent, milliseconds: number, absentSince?: Date): Promise<void> {
  const { intent } = held;
  const waitsUntil = new Date(held.now().getTime() + milliseconds);
  return held.write(async (tx) => {
    await tx.exportIntent.updateMany({ where: { id: intent.id, fence: intent.fence }, data: { waitsUntil, lookUps: { increment: 1 }, ...(absentSince ? { absentSince } : {}) } });
  });
}
