import { z } from "zod";
import { followUpIds, type Prepared } from "@/lib/connectors/exporter";
import { salesDocumentSchema } from "@/lib/connectors/sales-document";
import { AppError } from "@/lib/errors";
import type { HeldIntent } from "@/lib/export/held-intent";

const fields = z.record(z.string(), z.string());
const begun = z.object({
  reference: z.string(),
  content: z.object({ head: fields, lines: z.array(fields) }),
  followUps: z.array(z.enum(followUpIds)).default([]),
  totals: salesDocumentSchema.shape.totals.optional(),
});

/**
 * What the last try under this reference sent, from the journal: today's work order and settings may say otherwise. An earlier export of the same
 * work order went under the same reference. Null: nothing was ever sent.
 */
export async function findSent({ engine, intent }: Pick<HeldIntent, "engine" | "intent">): Promise<Prepared | null> {
  const entry = await engine.db.prisma.exportJournal.findFirst({
    where: { accountId: intent.accountId, event: "send.begun", intent: { connectionId: intent.connectionId, reference: intent.reference } },
    orderBy: { id: "desc" },
    select: { detail: true },
  });
  if (!entry) return null;
  const sent = begun.safeParse(entry.detail);
  if (!sent.success) throw new AppError("unexpected", { kind: "system", detail: `What export ${intent.id} has sent cannot be read in its journal` });
  const { totals, ...rest } = sent.data;
  return { ...rest, ...(totals ? { totals } : {}), warnings: [], problems: [] };
}

/** The same of an export that has sent something. */
export async function readSent(held: HeldIntent): Promise<Prepared> {
  const sent = await findSent(held);
  if (!sent) throw new AppError("unexpected", { kind: "system", detail: `What export ${held.intent.id} has sent does not stand in its journal` });
  return sent;
}
