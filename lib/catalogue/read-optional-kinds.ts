import { z } from "zod";
import { optionalKinds, type OptionalKind } from "@/lib/catalogue/optional-kinds";
import { findConnector } from "@/lib/connectors/registry";
import type { Database } from "@/lib/db";
import type { FindConnector } from "@/lib/sync/engine";
import { recordTables } from "@/lib/sync/record-tables";

const found = z.tuple([z.object({ vendors: z.array(z.string()), kinds: z.array(z.enum(optionalKinds)) })]);

/** Which of the records that not every vendor has this account has, or gets from a vendor it is connected with. */
export async function readOptionalKinds(db: Database, accountId: string, find: FindConnector = findConnector): Promise<OptionalKind[]> {
  const here = optionalKinds.map((kind) => `SELECT '${kind}' AS kind WHERE EXISTS (SELECT FROM ${recordTables[kind].table} WHERE account_id = $1)`).join(" UNION ALL ");
  const { rows } = await db.pool.query(
    `SELECT ARRAY(SELECT vendor FROM connection WHERE account_id = $1 AND state <> 'disconnected') AS vendors, ARRAY(SELECT kind FROM (${here}) AS here) AS kinds`,
    [accountId],
  );
  const [{ vendors, kinds }] = found.parse(rows);
  return optionalKinds.filter((kind) => kinds.includes(kind) || vendors.some((vendor) => find(vendor)?.manifest.imports.includes(kind)));
}
