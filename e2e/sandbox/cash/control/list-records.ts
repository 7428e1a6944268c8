import { setImmediate as nextTurn } from "node:timers/promises";
import type { TableNumber } from "../data/definitions";
import { normaliseKey } from "../data/normalise";
import { keyOf } from "../data/record";
import type { Sandbox } from "../sandbox";
import { ControlProblem } from "../../control/problem";
import type { Listing } from "./schema";

export interface ListQuery {
  readonly administration: string;
  readonly table: TableNumber;
  /** Any part of any value, without regard to case. */
  readonly search: string;
  /** Only the record with this key, or those whose key begins with it, as an export by key finds them. */
  readonly key?: string | undefined;
  /** As the table has them, or the record that was added last first. */
  readonly order: "table" | "latest";
  readonly offset: number;
  readonly limit: number;
}

/** Records looked at before other requests get a turn. */
const recordsPerTurn = 2000;

/** A page of a table, and how many records match in all. */
export async function listRecords(sandbox: Sandbox, { administration, table, search, key, order, offset, limit }: ListQuery): Promise<Listing> {
  const source = sandbox.state.administration(administration)?.tables[table];
  if (source === undefined) throw new ControlProblem(`There is no administration ${administration}.`, 404);
  const wanted = search.trim().toLowerCase();
  const rows: Listing["rows"] = [];
  let seen = 0;
  let total = 0;
  const records = key === undefined ? source.records() : source.find(normaliseKey(source.definition, key));
  for (const { fields, changedAt } of order === "latest" ? [...records].reverse() : records) {
    seen += 1;
    if (seen % recordsPerTurn === 0) await nextTurn();
    if (wanted !== "" && !Object.values(fields).some((value) => value.toLowerCase().includes(wanted))) continue;
    if (total >= offset && rows.length < limit) {
      rows.push({ key: keyOf(source.definition, fields), fields, changedAt: new Date(changedAt).toISOString() });
    }
    total += 1;
  }
  return { total, rows };
}
