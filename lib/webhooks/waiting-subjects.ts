import type { WebhookSubject } from "@/lib/connectors/webhooks";
import type { Database } from "@/lib/db";
import type { SyncEngine } from "@/lib/sync/engine";
import { readSubject } from "@/lib/webhooks/stored-subject";

/** Something that waiting deliveries are about; `dueAt`: when it may be fetched, null: at once. */
export type WaitingSubject = { subjectKey: string; dueAt: Date | null };

type Scope = { accountId: string; connectionId: string };

/**
 * What a connection's waiting deliveries are about, longest waiting first, those that are due before the others. What was fetched a moment ago waits a
 * little, so that a burst about one record is fetched at its beginning and once more at its end.
 */
export async function findWaitingSubjects({ db, timing }: Pick<SyncEngine, "db" | "timing">, { accountId, connectionId }: Scope, limit: number): Promise<WaitingSubject[]> {
  const now = timing.now();
  const { rows } = await db.pool.query<WaitingSubject>(
    `SELECT subject_key AS "subjectKey", CASE WHEN due_at > $3 THEN due_at END AS "dueAt" FROM (
       SELECT subject_key, min(received_at) AS first,
         greatest(max(next_try_at), (SELECT max(processed_at) + $4 * interval '1 millisecond' FROM webhook_delivery done
           WHERE done.connection_id = $2 AND done.subject_key = waiting.subject_key AND done.state = 'processed' AND done.processed_at > $5)) AS due_at
       FROM webhook_delivery waiting WHERE account_id = $1 AND connection_id = $2 AND state = 'waiting' GROUP BY subject_key
     ) subject
     ORDER BY coalesce(due_at > $3, false), CASE WHEN due_at > $3 THEN due_at ELSE first END, subject_key LIMIT $6`,
    [accountId, connectionId, now, timing.webhookSpacing, new Date(now.getTime() - timing.webhookSpacing), limit],
  );
  return rows;
}

/** What waits about one thing: the deliveries, the latest word on what it is, and how often it was tried. */
export type Told = { subjectKey: string; ids: string[]; subject: WebhookSubject; latest: { id: string; event: string }; attempts: number };

/** What waits about one thing at this moment; null when nothing does. */
export async function readTold(db: Database, { accountId, connectionId, subjectKey }: Scope & { subjectKey: string }): Promise<Told | null> {
  const rows = await db.prisma.webhookDelivery.findMany({
    where: { accountId, connectionId, subjectKey, state: "waiting" },
    select: { id: true, event: true, subject: true, attempts: true },
    orderBy: [{ receivedAt: "asc" }, { id: "asc" }],
  });
  const latest = rows.at(-1);
  if (!latest) return null;
  return { subjectKey, ids: rows.map(({ id }) => id), subject: readSubject(latest.subject), latest: { id: latest.id, event: latest.event }, attempts: Math.max(...rows.map(({ attempts }) => attempts)) };
}
