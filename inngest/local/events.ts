import { createHash, randomUUID } from "node:crypto";
import { z } from "zod";
import { readActiveFunctions } from "./functions";
import { routeEvents } from "./routing";
import { announceWork, type Transaction } from "./store";
import type { EngineTiming } from "./timing";

/** PostgreSQL cannot store the character zero in a text. */
const text = z.string().min(1).max(512).refine((value) => !value.includes("\u0000"), "must not contain the character zero");

const sentEvent = z.object({
  name: text.refine((name) => !name.startsWith("inngest/"), "must not begin with inngest/"),
  id: text.nullish().or(z.literal("")),
  data: z.record(z.string(), z.unknown()).nullish(),
  ts: z.number().int().min(0).max(8.64e15).nullish(),
  v: z.unknown().optional(),
  meta: z.unknown().optional(),
  user: z.unknown().optional(),
});

/** What the SDK posts to `/e/{key}`: one event or several. */
export const sentEvents = z.union([z.array(sentEvent), sentEvent.transform((event) => [event])]);
export type SentEvent = z.infer<typeof sentEvent>;

/** An event as functions see it; `ts` in milliseconds since 1970. */
export type EventPayload = { id: string; name: string; data: Record<string, unknown>; ts: number };

export type StoredEvent = { id: string; payload: EventPayload };

/**
 * Stores events and starts the runs they trigger, all in one transaction: what was acknowledged is never lost.
 * @param seed the SDK's own number of this request, the same when it sends again: such events count as duplicates
 * @returns the ids of all events, the ignored duplicates included
 */
export async function acceptEvents(transaction: Transaction, events: readonly SentEvent[], seed: string | undefined, timing: EngineTiming): Promise<string[]> {
  const received = events.map(({ id, name, data, ts, ...rest }, index) => {
    const payload: EventPayload = { ...rest, id: id || seededId(seed, index), name, data: data ?? {}, ts: ts ?? Date.now() };
    return { duplicateId: payload.id, event: { id: randomUUID(), payload } };
  });
  await transaction.query(
    `update engine_event set duplicate_id = id::text
     where duplicate_id = any($1::text[]) and received_at <= now() - $2 * interval '1 millisecond'`,
    [received.map(({ duplicateId }) => duplicateId), timing.duplicateWindow],
  );
  const fresh = await insertEvents(transaction, received);
  const routed = await routeEvents(transaction, fresh, await readActiveFunctions(transaction));
  await transaction.query("update engine_event set is_routed = true where id = any($1::uuid[])", [routed]);
  await announceWork(transaction);
  return received.map(({ event }) => event.payload.id);
}

/** Starts what a function that has just registered would have been triggered by a moment ago. */
export async function routeLateEvents(transaction: Transaction, timing: EngineTiming): Promise<void> {
  const { rows } = await transaction.query<StoredEvent>(
    `select id, payload from engine_event
     where not is_routed and received_at > now() - $1 * interval '1 millisecond' order by received_at for update`,
    [timing.lateRegistration],
  );
  const routed = await routeEvents(transaction, rows, await readActiveFunctions(transaction));
  await transaction.query("update engine_event set is_routed = true where id = any($1::uuid[])", [routed]);
  await announceWork(transaction);
}

/** Stores an event of the engine's own, once per duplicate id. @returns null when it is there already */
export async function insertOwnEvent(transaction: Transaction, duplicateId: string, name: string, data: Record<string, unknown>): Promise<StoredEvent | null> {
  const id = randomUUID();
  const [event] = await insertEvents(transaction, [{ duplicateId, event: { id, payload: { id, name, data, ts: Date.now() } } }]);
  await transaction.query("update engine_event set is_routed = true where id = $1", [id]);
  return event ?? null;
}

/** @returns those that are new, in their order */
async function insertEvents(transaction: Transaction, received: readonly { duplicateId: string; event: StoredEvent }[]): Promise<StoredEvent[]> {
  // In the order of the ids, so that two transactions with the same ones wait for each other instead of blocking each other.
  const inOrder = [...received].sort((left, right) => (left.duplicateId < right.duplicateId ? -1 : 1));
  const { rows } = await transaction.query<{ id: string }>(
    `insert into engine_event (id, duplicate_id, name, payload, received_at, is_routed)
     select id, duplicate_id, name, payload, now(), false
     from unnest($1::uuid[], $2::text[], $3::text[], $4::json[]) as event (id, duplicate_id, name, payload)
     on conflict (duplicate_id) do nothing returning id`,
    [
      inOrder.map(({ event }) => event.id),
      inOrder.map(({ duplicateId }) => duplicateId),
      inOrder.map(({ event }) => event.payload.name),
      inOrder.map(({ event }) => JSON.stringify(event.payload)),
    ],
  );
  const inserted = new Set(rows.map((row) => row.id));
  return received.map(({ event }) => event).filter((event) => inserted.has(event.id));
}

function seededId(seed: string | undefined, index: number): string {
  if (seed === undefined) return randomUUID();
  return createHash("sha256").update(`${seed}:${index}`).digest("hex").slice(0, 32);
}
