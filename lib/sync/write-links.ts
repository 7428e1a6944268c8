import { arrayText } from "@/lib/sync/array-text";
import { versionArray } from "@/lib/sync/note-versions";
import type { PageScope } from "@/lib/sync/page-scope";

export type NewLink = { linkId: string; externalId: string; localId: string; digest: string; version: string | null };

/**
 * Links records of the vendor with records here. `adopted`: these were here before; `isChange`: false when their content
 * was the vendor's already.
 */
export async function writeLinks({ client, run, kind }: PageScope, links: readonly NewLink[], { adopted, isChange = true }: { adopted: boolean; isChange?: boolean }): Promise<void> {
  if (links.length === 0) return;
  await client.query({
    name: "write-links",
    text: `INSERT INTO external_link (id, account_id, connection_id, administration, kind, external_id, local_id, hash, version, adopted, created_at, changed_at)
      SELECT id, $1, $2, $3, $4::record_kind, external_id, local_id, hash, version, $5, $6, $7
      FROM unnest($8::uuid[], $9::text[], $10::uuid[], $11::text[], $12::text[]) AS page (id, external_id, local_id, hash, version)`,
    values: [
      run.accountId, run.connectionId, run.administration, kind, adopted, run.startedAt,
      // A moment before the run: the vendor's content did not change in it.
      isChange ? run.startedAt : new Date(run.startedAt.getTime() - 1),
      arrayText(links.map((link) => link.linkId)), arrayText(links.map((link) => link.externalId)),
      arrayText(links.map((link) => link.localId)), arrayText(links.map((link) => link.digest)), versionArray(links),
    ],
  });
}
