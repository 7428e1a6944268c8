import { noteIssues, type IssueEngine } from "@/lib/issues/settle-issues";

/** Connections looked at in one step of the job. */
const BATCH = 100;

/**
 * Looks at a batch of connections, in the order of their ids, and settles their issues one after the other. In: the last id of the batch before;
 * null: from the beginning. Out: the last one of this batch; null: there are no more.
 */
export async function watchIssues(engine: IssueEngine, after: string | null): Promise<string | null> {
  const { rows } = await engine.db.pool.query<{ id: string }>(
    `SELECT id FROM connection WHERE ($1::uuid IS NULL OR id > $1) ORDER BY id LIMIT ${BATCH}`,
    [after],
  );
  for (const { id } of rows) await noteIssues(engine, id);
  return rows.length < BATCH ? null : (rows.at(-1)?.id ?? null);
}
