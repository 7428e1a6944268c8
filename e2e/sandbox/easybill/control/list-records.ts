import { listPage } from "../../core/control/list";
import { ControlProblem } from "../../core/control/problem";
import type { Sandbox } from "../sandbox";
import type { ListQuery } from "./schema";

/** A page of a table with everything the sandbox knows of its records, and how many match in all. */
export async function listRecords(sandbox: Sandbox, { company, table, ...wanted }: ListQuery): Promise<{ total: number; rows: unknown[] }> {
  const source = sandbox.state.company(company)?.tables[table];
  if (source === undefined) throw new ControlProblem(`There is no company ${company}.`, 404);
  return listPage<unknown>(source.records(), wanted, JSON.stringify);
}
