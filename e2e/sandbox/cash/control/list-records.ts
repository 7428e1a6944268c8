import { listPage } from "../../core/control/list";
import { ControlProblem } from "../../core/control/problem";
import { normaliseKey } from "../data/normalise";
import { keyOf } from "../data/record";
import type { Sandbox } from "../sandbox";
import type { Listing, ListQuery } from "./schema";

/** A page of a table, and how many records match in all. */
export async function listRecords(sandbox: Sandbox, { administration, table, key, ...wanted }: ListQuery): Promise<Listing> {
  const source = sandbox.state.administration(administration)?.tables[table];
  if (source === undefined) throw new ControlProblem(`There is no administration ${administration}.`, 404);
  const records = key === undefined ? source.records() : source.find(normaliseKey(source.definition, key));
  const { total, rows } = await listPage(records, wanted, ({ fields }) => Object.values(fields).join("\n"));
  return { total, rows: rows.map(({ fields, changedAt }) => ({ key: keyOf(source.definition, fields), fields, changedAt: new Date(changedAt).toISOString() })) };
}
