import type { WebhookEngine } from "@/lib/webhooks/engine";
import { processSubject } from "@/lib/webhooks/process-subject";
import { findWaitingSubjects } from "@/lib/webhooks/waiting-subjects";
import { readWebhookConnection } from "@/lib/webhooks/webhook-connection";

/** `worked`: there may be more. `waits`: until then there is nothing to do; null: until something happens. */
export type Processing = { state: "worked" } | { state: "waits"; until: Date | null };

/** So many subjects, or so much time in milliseconds, in one step of a job: what is done stays done even when the step's own answer is lost. */
const MOST = 20;
const MOST_TIME = 20_000;

/**
 * Fetches what the waiting deliveries of a connection are about and writes it; equal subjects are fetched once. May be ended at any moment and begun
 * again: a delivery is done with only when what it told of is written, and writing it again changes nothing. A connection that is paused, without a
 * licence, or waiting for a person keeps its deliveries, and goes on with them when it goes on itself.
 */
export async function processDeliveries(engine: Pick<WebhookEngine, "db" | "timing" | "keyRing" | "findConnector">, connectionId: string): Promise<Processing> {
  const begunAt = engine.timing.now().getTime();
  const connection = await readWebhookConnection(engine, connectionId);
  if (!connection?.isOpen || connection.isPaused) return { state: "waits", until: null };
  const scope = { accountId: connection.accountId, connectionId };
  const [first, ...others] = await findWaitingSubjects(engine, scope, MOST);
  if (!first || first.dueAt) return { state: "waits", until: first?.dueAt ?? null };
  for (const { subjectKey, dueAt } of [first, ...others]) {
    if (dueAt || engine.timing.now().getTime() - begunAt > MOST_TIME) break;
    const { goesOn, until } = await processSubject(engine, connection, subjectKey);
    if (!goesOn) return { state: "waits", until };
  }
  return { state: "worked" };
}
