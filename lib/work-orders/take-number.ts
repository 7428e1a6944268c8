import { z } from "zod";
import type { Prisma } from "@/lib/generated/prisma/client";

const taken = z.tuple([z.object({ last: z.number().int() })]);

/**
 * The next number of an account: `2026.0001`, counted in each year anew, with four digits at least. The counter's row stays locked
 * until the transaction ends, so that numbers come without doubles, and one that was not used is given out again.
 */
export async function takeNumber(tx: Prisma.TransactionClient, accountId: string, year: number): Promise<string> {
  const [{ last }] = taken.parse(
    await tx.$queryRaw`
      INSERT INTO work_order_counter AS counter (account_id, year, last) VALUES (${accountId}::uuid, ${year}, 1)
      ON CONFLICT (account_id, year) DO UPDATE SET last = counter.last + 1 RETURNING last`,
  );
  return `${year}.${String(last).padStart(4, "0")}`;
}

/** The year it is where the account is. */
export async function readAccountYear(tx: Prisma.TransactionClient, accountId: string, now: Date): Promise<number> {
  const { timeZone } = await tx.account.findUniqueOrThrow({ where: { id: accountId }, select: { timeZone: true } });
  return Number(new Intl.DateTimeFormat("en", { timeZone, year: "numeric" }).format(now));
}
