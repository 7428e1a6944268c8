import { z } from "zod";
import type { PageScope, RejectedRecord } from "@/lib/sync/page-scope";

/** How many records of each counter of an import are kept by name. */
export const KEPT_RECORDS = 500;

const kept = z.object({ key: z.string(), label: z.string(), reason: z.string(), field: z.string().nullable(), value: z.string().nullable() });

/** A record that an import turned down: its number and name at the vendor, and why, as on the list "Not imported". */
export type KeptRejection = z.infer<typeof kept>;

/** What stands with the counters of an import. */
export function readRejected(stored: unknown): KeptRejection[] {
  return z.array(kept).catch([]).parse(stored ?? []);
}

/** Which counter a record turned down for this reason is in. */
export function rejectedCounter(reason: string): "skipped" | "failed" {
  return reason === "invalidValue" ? "failed" : "skipped";
}

/** As many of them as are kept. `before`: how many of each counter there were already. */
export function toKept(rejected: readonly RejectedRecord[], before = { skipped: 0, failed: 0 }): KeptRejection[] {
  const count = { ...before };
  return rejected
    .filter(({ reason }) => (count[rejectedCounter(reason)] += 1) <= KEPT_RECORDS)
    .map(({ externalId, label, reason, field, params }) => ({ key: externalId, label, reason, field, value: params["value"] ?? null }));
}

/** Notes with the counters of a run what a page of it was not imported of. In the page's transaction. */
export async function appendRejected({ client, run, kind }: PageScope, rejected: readonly RejectedRecord[], before: { skipped: number; failed: number }): Promise<void> {
  const added = toKept(rejected, before);
  if (added.length === 0) return;
  await client.query("UPDATE sync_run_import SET rejected = coalesce(rejected, '[]') || $3::jsonb WHERE run_id = $1 AND kind = $2", [run.runId, kind, JSON.stringify(added)]);
}
