import { recordKinds, type RecordKind } from "@/lib/connectors/record-kinds";
import type { Database } from "@/lib/db";
import { recordTables } from "@/lib/sync/record-tables";

export type SwitchEffect = {
  kind: RecordKind;
  /** Active records that come from the administration in use now. */
  active: number;
  /** Of these, those that are known in the new one as well, from an earlier time; they stay. */
  alsoInNew: number;
};

/**
 * What switching a connection to another administration will do: records that exist only in the present one are
 * deactivated, after the first complete read of the new one. Which of them the new one has too is only known where it
 * was read before; the others show when it is.
 */
export async function effectsOfSwitching(
  db: Database,
  { accountId, connectionId, administration }: { accountId: string; connectionId: string; administration: string },
): Promise<SwitchEffect[]> {
  const effects = await Promise.all(
    recordKinds.map(async (kind) => {
      const { rows } = await db.pool.query<Omit<SwitchEffect, "kind">>(
        `SELECT count(*)::int AS active, count(*) FILTER (WHERE EXISTS (
             SELECT FROM external_link other WHERE other.local_id = record.id AND other.connection_id = $2 AND other.administration = $3))::int AS "alsoInNew"
         FROM external_link link
           JOIN connection ON connection.id = link.connection_id AND connection.administration = link.administration AND connection.account_id = $1
           JOIN ${recordTables[kind].table} record ON record.id = link.local_id AND record.account_id = $1 AND record.active
         WHERE link.connection_id = $2 AND link.kind = $4::record_kind`,
        [accountId, connectionId, administration, kind],
      );
      return { kind, active: rows[0]?.active ?? 0, alsoInNew: rows[0]?.alsoInNew ?? 0 };
    }),
  );
  return effects.filter(({ active }) => active > 0);
}
