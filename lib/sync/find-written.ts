import type { ClientBase, Pool } from "pg";
import type { RecordKind } from "@/lib/connectors/record-kinds";
import type { ActiveRun } from "@/lib/sync/active-run";
import { KEPT_RECORDS } from "@/lib/sync/kept-rejections";
import { recordTables } from "@/lib/sync/record-tables";

/** The counters of what a run has written. */
export const writtenCounters = ["created", "changed", "deactivated"] as const;
export type WrittenCounter = (typeof writtenCounters)[number];

type Written = Pick<ActiveRun, "accountId" | "connectionId" | "administration" | "startedAt">;

const linked = "external_link link WHERE account_id = $1 AND connection_id = $2 AND administration = $3 AND kind = $4::record_kind AND changed_at = $5 AND hash <> ''";

/**
 * The numbers at the vendor of what a run has created, changed or deactivated of a kind, as far as nothing has changed it since: everything it wrote
 * carries the moment it began. The first ones only.
 */
export async function findWritten(client: ClientBase | Pool, run: Written, kind: RecordKind, counter: WrittenCounter): Promise<string[]> {
  const { rows } = await client.query<{ key: string }>(
    `SELECT external_id AS key FROM ${sourceOf(kind, counter)} ORDER BY external_id LIMIT ${KEPT_RECORDS}`,
    [run.accountId, run.connectionId, run.administration, kind, run.startedAt],
  );
  return rows.map(({ key }) => key);
}

function sourceOf(kind: RecordKind, counter: WrittenCounter): string {
  switch (counter) {
    case "created":
      return `${linked} AND created_at = $5 AND NOT adopted`;
    case "changed":
      return `${linked} AND NOT (created_at = $5 AND NOT adopted)`;
    case "deactivated":
      return `external_link link JOIN ${recordTables[kind].table} record ON record.id = link.local_id AND NOT record.active AND record.updated_at = $5
        WHERE link.account_id = $1 AND connection_id = $2 AND (administration = $3 OR record.inactive_reason = 'otherAdministration') AND kind = $4::record_kind`;
  }
}
