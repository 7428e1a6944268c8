import { z } from "zod";
import { amount, readVariables } from "../core/settings";
import { defaultDataOptions, type DataOptions } from "./data/options";

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
  const read = readVariables(schema, variables);
  return { customers: read.SANDBOX_EASYBILL_CUSTOMERS, positions: read.SANDBOX_EASYBILL_POSITIONS, logins: read.SANDBOX_EASYBILL_LOGINS, seed: read.SANDBOX_EASYBILL_SEED };
}
