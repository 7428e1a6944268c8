import { z } from "zod";
import { defaultDataOptions, type DataOptions } from "./data/options";

const amount = (fallback: number, greatest: number) =>
  z.coerce.number({ error: "must be a number" }).int("must be a whole number").min(0, "must not be negative").max(greatest, `must be at most ${greatest}`).default(fallback);

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
  const filled = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
  const result = schema.safeParse(filled);
  if (!result.success) {
    throw new Error(result.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}.`).join(" "));
  }
  return {
    relations: result.data.SANDBOX_CASH_RELATIONS,
    articles: result.data.SANDBOX_CASH_ARTICLES,
    warehouses: result.data.SANDBOX_CASH_WAREHOUSES,
    employees: result.data.SANDBOX_CASH_EMPLOYEES,
    seed: result.data.SANDBOX_CASH_SEED,
  };
}
