import { z } from "zod";
import { AppError } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";

const taken = z.tuple([z.object({ last: z.number().int() })]);

/**
 * The next number of an account: `2026.0001`, counted in each year anew, with four digits at least. The counter's row stays locked
 * until the transaction ends, so that numbers come without doubles, and one that was not used is given out again.
 */
export async function takeNumber(tx: Prisma.TransactionClient, accountId: string, year: number): Promise<string> {
  const [number] = await takeNumbers(tx, accountId, year, 1);
  if (number === undefined) throw new AppError("unexpected", { kind: "system", detail: "No number was given out" });
  return number;
}

/** The next numbers, as many as wanted. */
export async function takeNumbers(tx: Prisma.TransactionClient, accountId: string, year: number, count: number): Promise<string[]> {
  const [{ last }] = taken.parse(
    await tx.$queryRaw`
      INSERT INTO work_order_counter AS counter (account_id, year, last) VALUES (${accountId}::uuid, ${year}, ${count})
      ON CONFLICT (account_id, year) DO UPDATE SET last = counter.last + ${count} RETURNING last`,
  );
  return Array.from({ length: count }, (_, index) => `${year}.${String(last - count + 1 + index).padStart(4, "0")}`);
}

/** The year it is where the account is. */
export async function readAccountYear(tx: Prisma.TransactionClient, accountId: string, now: Date): Promise<number> {
  const { timeZone } = await tx.account.findUniqueOrThrow({ where: { id: accountId }, select: { timeZone: true } });
  return Number(new Intl.DateTimeFormat("en", { timeZone, year: "numeric" }).format(now));
}
