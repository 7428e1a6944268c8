import type { FunctionDefinition } from "./definition";
import type { EventPayload } from "./events";
import { valueAt } from "./expressions";

/** Something of which only so many calls may be under way. */
export type ConcurrencySlot = { key: string; limit: number };

/** What a run's calls take up. As at Inngest, calls are counted and not runs: a sleeping run takes up nothing. */
export function concurrencySlots({ id, concurrency }: FunctionDefinition, event: EventPayload): ConcurrencySlot[] {
  return concurrency.map(({ path, limit }) => ({
    key: path === null ? id : `${id} ${path.join(".")} ${valueAt(event.data, path) ?? "none"}`,
    limit,
  }));
}
