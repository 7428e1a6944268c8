import { z } from "zod";
import { followUpIds, type Prepared } from "@/lib/connectors/exporter";
import { AppError } from "@/lib/errors";
import type { HeldIntent } from "@/lib/export/held-intent";

const fields = z.record(z.string(), z.string());
const begun = z.object({
  reference: z.string(),
  content: z.object({ head: fields, lines: z.array(fields) }),
  followUps: z.array(z.enum(followUpIds)).default([]),
});

/** What the last try sent, from the journal: today's work order and settings may say otherwise. */
export async function readSent({ engine, intent }: HeldIntent): Promise<Prepared> {
  const entry = await engine.db.prisma.exportJournal.findFirst({
    where: { accountId: intent.accountId, intentId: intent.id, event: "send.begun" },
    orderBy: { id: "desc" },
    select: { detail: true },
  });
  const sent = begun.safeParse(entry?.detail);
  if (!sent.success) throw new AppError("unexpected", { kind: "system", detail: `What export ${intent.id} has sent does not stand in its journal` });
  return { ...sent.data, warnings: [], problems: [] };
}
