import { z } from "zod";
import type { Database } from "@/lib/db";

/** What a page needs to know of a run to show a part of it; null for an id that is none, or another account's. */
export async function findRun({ prisma }: Database, { accountId, runId }: { accountId: string; runId: string }) {
  const id = z.uuid().safeParse(runId);
  return id.success ? prisma.syncRun.findUnique({ where: { id: id.data, accountId }, select: { id: true, connectionId: true, trigger: true } }) : null;
}
