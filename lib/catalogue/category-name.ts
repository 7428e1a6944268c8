import type { Database } from "@/lib/db";

/** SQL: the name of the category whose code stands as a material's group, where the integration that brings the one also brings the other. */
export const categoryName = `(SELECT category.name FROM category WHERE category.account_id = material.account_id AND category.code = material."group"
  AND EXISTS (SELECT FROM external_link one JOIN external_link other USING (connection_id) WHERE one.local_id = category.id AND other.local_id = material.id))`;

/** The name of a material's category; null where its group is no category, or it has none. */
export async function readCategoryName({ pool }: Database, { accountId, materialId }: { accountId: string; materialId: string }): Promise<string | null> {
  const { rows } = await pool.query<{ name: string | null }>(`SELECT ${categoryName} AS name FROM material WHERE account_id = $1 AND id = $2`, [accountId, materialId]);
  return rows[0]?.name ?? null;
}
