import type { WebhookSubject } from "@/lib/connectors/webhooks";
import type { Database } from "@/lib/db";

/**
 * Whose contact person a delivery is about, where it does not say so itself: the relation under which it is known here. One that is not known stays
 * without: the next sync finds it.
 */
export async function withParent(db: Database, { accountId, connectionId }: { accountId: string; connectionId: string }, subject: WebhookSubject): Promise<WebhookSubject> {
  if (!needsParent(subject)) return subject;
  const { rows } = await db.pool.query<{ parentId: string }>(
    `SELECT above.external_id AS "parentId" FROM external_link below
       JOIN contact ON contact.id = below.local_id AND contact.account_id = $1
       JOIN external_link above ON above.local_id = contact.relation_id AND above.connection_id = $2 AND above.kind = 'relations' AND above.account_id = $1
     WHERE below.account_id = $1 AND below.connection_id = $2 AND below.kind = 'contacts' AND below.external_id = $3 LIMIT 1`,
    [accountId, connectionId, subject.externalId],
  );
  return rows[0] ? { ...subject, parentId: rows[0].parentId } : subject;
}

/** Whether a subject can be fetched only with what it hangs under, and that is not known. */
export function needsParent(subject: WebhookSubject): subject is Extract<WebhookSubject, { type: "record" }> {
  return subject.type === "record" && subject.kind === "contacts" && subject.parentId === undefined;
}
