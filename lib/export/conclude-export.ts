import type { FoundDocument } from "@/lib/connectors/exporter";
import type { ExportProblem } from "@/lib/connectors/export-problems";
import type { ExportCandidate } from "@/lib/export/export-standing";
import type { HeldIntent } from "@/lib/export/held-intent";
import { toJson, type JournalEvent } from "@/lib/export/journal";
import { logFinished, logProblems } from "@/lib/export/log-export";
import { tellExported, tellRefused, toldOf } from "@/lib/export/settle-work-order";
import { concernsAll } from "@/lib/export/postpone-export";
import { findLateLook } from "@/lib/export/late-look";
import { writeStanding } from "@/lib/export/note-documents";
import type { StoredFollowUp } from "@/lib/export/stored-follow-ups";
import { readOutcome } from "@/lib/export/stored-outcome";
import { Prisma } from "@/lib/generated/prisma/client";

const dbNull = Prisma.DbNull;

/** Settled: nobody works on it any more, and it waits for nothing. */
const settled = { leaseUntil: null, worker: null, waitsUntil: null } as const;

type Found = Pick<FoundDocument, "id" | "number" | "url" | "standing">;
type Finish = { event: JournalEvent; detail: Prisma.InputJsonObject; /** Default: as they were. */ followUps?: StoredFollowUp[] };

/** The document is this work order's: it is written down and told to the work order, in one transaction. */
export async function finishExport(held: HeldIntent, found: Found, { event, detail, followUps }: Finish): Promise<void> {
  const { intent } = held;
  const at = held.now();
  const administration = administrationOf(held);
  await held.write(async (tx) => {
    const document = { documentId: found.id, documentNumber: found.number, documentUrl: found.url };
    await held.move(tx, { to: "sent", event, detail: { ...document, ...detail }, changes: { ...document, administration, sentAt: intent.sentAt ?? at, waitsUntil: null, ...(followUps ? { followUps } : {}) } });
    await concludeSent(tx, held, { number: found.number, url: found.url, administration });
    if (found.standing) await writeStanding(tx, { intentId: intent.id, connection: held.connection, standing: found.standing, seenAt: at });
  });
}

/** Where a document was found: one that was not sent yet goes to, and is looked up in, the administration of today. */
function administrationOf({ intent, connection }: HeldIntent): string {
  return intent.state === "pending" ? (connection.administration ?? "") : intent.administration;
}

/** `sent` → `finished`, in the caller's transaction. */
async function concludeSent(tx: Prisma.TransactionClient, held: HeldIntent, { number, url, administration }: { number: string; url: string | null; administration: string }): Promise<void> {
  const { workOrderId } = held.intent;
  const at = held.now();
  const workOrder = await tx.workOrder.findUniqueOrThrow({ where: { id: workOrderId, accountId: held.connection.accountId }, select: { id: true, number: true } });
  await held.move(tx, { to: "finished", event: "export.finished", detail: { number, administration }, changes: { ...settled, finishedAt: at, waitsFor: dbNull, lateLookAt: await findLateLook(tx, held) } }, "sent");
  await tellExported(tx, toldOf(held), { number, url, administration });
  await releaseOthers(tx, held);
  await logFinished(tx, { connection: held.connection, workOrder, at, exchanges: held.exchanges }, { number, administration });
}

/** The vendor answers again: what waited for that alone need not wait any longer. */
async function releaseOthers(tx: Prisma.TransactionClient, { connection }: HeldIntent): Promise<void> {
  await tx.$executeRaw`UPDATE export_intent SET waits_until = NULL, waits_for = NULL
    WHERE connection_id = ${connection.id}::uuid AND state = 'pending' AND waits_for->>'code' = ANY(${[...concernsAll]}::text[])`;
}

/** Nothing stands at the vendor, and it cannot go as it is. */
export async function rejectExport(held: HeldIntent, problems: readonly ExportProblem[], detail: Prisma.InputJsonObject = {}): Promise<void> {
  const at = held.now();
  await held.write(async (tx) => {
    const workOrder = await numberOf(tx, held);
    const named = problems.map((problem) => nameWorkOrder(held, workOrder, problem));
    const outcome = { ...readOutcome(held.intent.problem), problems: named };
    await held.move(tx, { to: "rejected", event: "export.rejected", detail: { ...detail, problems: toJson(named) }, changes: { ...settled, problem: toJson(outcome), waitsFor: dbNull, finishedAt: at, lateLookAt: await findLateLook(tx, held) } });
    await tellRefused(tx, toldOf(held));
    await logProblems(tx, { connection: held.connection, workOrder, at, exchanges: held.exchanges }, named, { isAsked: false });
  });
}

/** The work order no longer goes out by the settings and its statuses; nothing was sent. */
export async function withdrawExport(held: HeldIntent, reason: string): Promise<void> {
  await held.write(async (tx) => {
    const changes = { ...settled, problem: dbNull, waitsFor: dbNull, lateLookAt: await findLateLook(tx, held) };
    await held.move(tx, { to: "rejected", event: "intent.withdrawn", detail: { reason }, changes });
  });
}

/** The look-up was not clear: a person decides. */
export async function askPerson(held: HeldIntent, problem: ExportProblem, candidates: readonly ExportCandidate[], event: JournalEvent): Promise<void> {
  const at = held.now();
  await held.write(async (tx) => {
    const workOrder = await numberOf(tx, held);
    const named = nameWorkOrder(held, workOrder, problem);
    const outcome = { problems: [named], candidates: [...candidates], overruled: readOutcome(held.intent.problem).overruled };
    await held.move(tx, { to: "needs_review", event, detail: toJson({ problem: named, candidates }), changes: { ...settled, administration: administrationOf(held), problem: toJson(outcome), waitsFor: dbNull } });
    await logProblems(tx, { connection: held.connection, workOrder, at, exchanges: held.exchanges }, [named], { isAsked: true });
  });
}

/** Every sentence names the work order and the vendor, whoever found the problem. */
function nameWorkOrder({ connection }: HeldIntent, { number }: { number: string }, problem: ExportProblem): ExportProblem {
  return { ...problem, params: { workOrder: number, vendor: connection.vendorName, ...problem.params } };
}

function numberOf(tx: Prisma.TransactionClient, { intent, connection }: HeldIntent) {
  return tx.workOrder.findUniqueOrThrow({ where: { id: intent.workOrderId, accountId: connection.accountId }, select: { id: true, number: true } });
}
