import { z } from "zod";
import type { ImportKind } from "@/lib/connectors/record-kinds";
import type { Database } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { recordTables } from "@/lib/sync/record-tables";

const value = z.union([z.string(), z.number(), z.null()]);
const row = z.object({ id: z.uuid(), number: z.string(), name: z.string(), active: z.boolean(), inactiveReason: z.string().nullable(), updatedAt: z.date(), content: z.record(z.string(), value) });

export type CatalogueRecord = {
  id: string;
  kind: ImportKind;
  /** Debtor number or code. */
  number: string;
  name: string;
  active: boolean;
  /** Key below sync.reason, when it is not active. */
  inactiveReason: string | null;
  updatedAt: Date;
  /** Values by field, as the contract names them; decimals as text. */
  content: Record<string, string | number | null>;
};

/**
 * One record of an account with all that a vendor can fill.
 * @throws AppError record_not_found, also for records of other accounts
 */
export async function readRecord(db: Database, { accountId, kind, id }: { accountId: string; kind: ImportKind; id: string }): Promise<CatalogueRecord> {
  const { table, keyColumn, columns } = recordTables[kind];
  const pairs = columns.map(({ name, field, type }) => `'${field}', "${name}"${type === "numeric" ? "::text" : ""}`).join(", ");
  const { rows } = await db.pool.query(
    `SELECT id, "${keyColumn}" AS number, name, active, inactive_reason AS "inactiveReason", updated_at AS "updatedAt", json_build_object(${pairs}) AS content
     FROM ${table} WHERE account_id = $1 AND id = $2`,
    [accountId, z.uuid().safeParse(id).data ?? null],
  );
  if (!rows[0]) throw recordNotFound(kind);
  return { ...row.parse(rows[0]), kind };
}

export function recordNotFound(kind: ImportKind): AppError {
  return new AppError("record_not_found", { kind: "config", params: { kind } });
}
