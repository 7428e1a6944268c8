import { z } from "zod";
import { defaultDataOptions, type DataOptions } from "./data/options";

const amount = (fallback: number, greatest: number) =>
  z.coerce.number({ error: "must be a number" }).int("must be a whole number").min(0, "must not be negative").max(greatest, `must be at most ${greatest}`).default(fallback);

/** What the sandbox reads from its environment. Ids of different tables lie ten million apart, contacts take four per customer. */
const schema = z.object({
  SANDBOX_EASYBILL_CUSTOMERS: amount(defaultDataOptions.customers, 1_000_000),
  SANDBOX_EASYBILL_POSITIONS: amount(defaultDataOptions.positions, 1_000_000),
  SANDBOX_EASYBILL_LOGINS: amount(defaultDataOptions.logins, 1000),
  SANDBOX_EASYBILL_SEED: amount(defaultDataOptions.seed, 2_147_483_647),
});

/**
 * The sizes and the seed of the data, from the environment.
 * @throws Error with one sentence per wrong variable.
 */
export function readSettings(variables: Readonly<Record<string, string | undefined>> = process.env): Partial<DataOptions> {
  const filled = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
  const result = schema.safeParse(filled);
  if (!result.success) {
    throw new Error(result.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}.`).join(" "));
  }
  return {
    customers: result.data.SANDBOX_EASYBILL_CUSTOMERS,
    positions: result.data.SANDBOX_EASYBILL_POSITIONS,
    logins: result.data.SANDBOX_EASYBILL_LOGINS,
    seed: result.data.SANDBOX_EASYBILL_SEED,
  };
}
