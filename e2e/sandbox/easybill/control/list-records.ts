import { setImmediate as nextTurn } from "node:timers/promises";
import { ControlProblem } from "../../control/problem";
import type { Sandbox } from "../sandbox";
import type { ListQuery } from "./schema";

/** Records looked at before other requests get a turn. */
const recordsPerTurn = 2000;

/** A page of a table with everything the sandbox knows of its records, and how many match in all. */
export async function listRecords(sandbox: Sandbox, { company, table, search, order, offset, limit }: ListQuery): Promise<{ total: number; rows: unknown[] }> {
  const source = sandbox.state.company(company)?.tables[table];
  if (source === undefined) throw new ControlProblem(`There is no company ${company}.`, 404);
  const wanted = search.trim().toLowerCase();
  const rows: unknown[] = [];
  let seen = 0;
  let total = 0;
  const records: Iterable<unknown> = order === "latest" ? [...source.records()].reverse() : source.records();
  for (const record of records) {
    seen += 1;
    if (seen % recordsPerTurn === 0) await nextTurn();
    if (wanted !== "" && !JSON.stringify(record).toLowerCase().includes(wanted)) continue;
    if (total >= offset && rows.length < limit) rows.push(record);
    total += 1;
  }
  return { total, rows };
}
