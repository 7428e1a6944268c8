import { z } from "zod";
import { amount, readVariables } from "../core/settings";
import { defaultDataOptions, type DataOptions } from "./data/options";

/** What the sandbox reads from its environment. Relation numbers have six digits, hence the greatest number of relations. */
const schema = z.object({
  SANDBOX_CASH_RELATIONS: amount(defaultDataOptions.relations, 900_000),
  SANDBOX_CASH_ARTICLES: amount(defaultDataOptions.articles, 90_000),
  SANDBOX_CASH_WAREHOUSES: amount(defaultDataOptions.warehouses, 500),
  SANDBOX_CASH_EMPLOYEES: amount(defaultDataOptions.employees, 900),
  SANDBOX_CASH_SEED: amount(defaultDataOptions.seed, 2_147_483_647),
});

/**
 * The sizes and the seed of the data, from the environment.
 * @throws Error with one sentence per wrong variable.
 */
export function readSettings(variables: Readonly<Record<string, string | undefined>> = process.env): DataOptions {
  const read = readVariables(schema, variables);
  return {
    relations: read.SANDBOX_CASH_RELATIONS,
    articles: read.SANDBOX_CASH_ARTICLES,
    warehouses: read.SANDBOX_CASH_WAREHOUSES,
    employees: read.SANDBOX_CASH_EMPLOYEES,
    seed: read.SANDBOX_CASH_SEED,
  };
}
