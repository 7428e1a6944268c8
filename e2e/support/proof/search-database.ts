import type { Database } from "@/lib/db";

/** Every table of the application and of the job engine that holds this text in any column, nested documents included. */
export async function findTablesWith({ pool }: Database, text: string): Promise<string[]> {
  const { rows: tables } = await pool.query<{ name: string }>("SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1");
  const found: string[] = [];
  for (const { name } of tables) {
    const { rows } = await pool.query<{ holds: boolean }>(`SELECT EXISTS (SELECT FROM ${name} AS row WHERE position($1 IN row::text) > 0) AS holds`, [text]);
    if (rows[0]?.holds) found.push(name);
  }
  return found;
}
