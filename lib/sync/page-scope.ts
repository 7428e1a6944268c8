import type { PoolClient } from "pg";
import type { RecordKind } from "@/lib/connectors/record-kinds";
import type { ActiveRun } from "@/lib/sync/active-run";
import type { Content } from "@/lib/sync/record-tables";

/** What the statements of one page have in common. They run on a connection of their own, inside the page's transaction. */
export type PageScope = {
  client: PoolClient;
  run: ActiveRun;
  kind: RecordKind;
  /** The connection has been read in other administrations too: their links may point to the same records. */
  hasOtherAdministrations: boolean;
  /** When the pass began, nothing of this kind was here from this administration: there is nothing to compare with. */
  isNew: boolean;
  /** Of single changes, which are no pass: what no longer meets the rules, with the reason. A pass notes it in the run's table instead. */
  leaving?: Map<string, string>;
};

/**
 * A record to be written: `content` by field, `digest` over all of it, the vendor's own mark of its version, which is no content, and the external id of
 * the relation it hangs under, where it hangs under one.
 */
export type IncomingRecord = { externalId: string; content: Content; digest: string; version: string | null; below: string | null };

/** One that is not imported: a row of the list "Not imported". */
export type RejectedRecord = { externalId: string; below: string | null; label: string; reason: string; quiet: boolean; field: string | null; params: Record<string, string> };

export type PageCounts = { read: number; created: number; changed: number; unchanged: number; skipped: number; failed: number };
