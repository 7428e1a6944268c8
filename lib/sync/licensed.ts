import type { ClientBase } from "pg";

/** SQL: whether a row `licence` may be used at a moment; the rule of `licenceStanding`, for many rows at once. */
export const licenceIsUsable = (moment: string) => `(licence.state = 'active' OR licence.ends_at > ${moment})`;

/** Whether an account may use a vendor now: there is a licence, and it has not come to its end. */
export async function isLicensed(client: ClientBase, accountId: string, vendor: string): Promise<boolean> {
  const { rowCount } = await client.query(
    `SELECT FROM licence WHERE account_id = $1 AND vendor = $2 AND ${licenceIsUsable("now()")}`,
    [accountId, vendor],
  );
  return rowCount === 1;
}
