import type { VendorContext } from "@/lib/connectors/connector";
import type { DocumentSearch, FoundDocument, Prepared } from "@/lib/connectors/exporter";
import type { HeldIntent } from "@/lib/export/held-intent";
import { findSent } from "@/lib/export/read-sent";
import { readOutcome } from "@/lib/export/stored-outcome";

/**
 * Every document at the vendor with this intent's reference, without those a person said are something else. Once more was sent, one of those
 * that is exactly what was sent counts again where there is no other: the vendor gave it the number of one that was removed there.
 */
export async function findDocuments(held: HeldIntent, context: VendorContext): Promise<FoundDocument[]> {
  const { connection, intent } = held;
  const { search, sent } = await readSearch(held);
  const found = await connection.exporter.find(context, search);
  const { overruled } = readOutcome(intent.problem);
  const counting = found.filter(({ id }) => !overruled.includes(id));
  if (counting.length > 0 || sent === null || intent.state === "pending") return counting;
  return found.filter((document) => connection.exporter.compare(sent, document).length === 0);
}

/** By what the document of an export is searched for, and what the last try sent; null: nothing was. */
export async function readSearch({ engine, intent }: Pick<HeldIntent, "engine" | "intent">): Promise<{ search: DocumentSearch; sent: Prepared | null }> {
  const { connectionId, reference } = intent;
  // An earlier try of the same work order went under the same reference.
  const first = await engine.db.prisma.exportIntent.findFirst({ where: { connectionId, reference }, orderBy: { requestedAt: "asc" }, select: { requestedAt: true } });
  const sent = await findSent({ engine, intent });
  return { search: { reference, since: first?.requestedAt ?? intent.requestedAt, sent: sent?.content ?? null }, sent };
}

/** Whether it can still be removed without a trace. */
export function isDraft({ standing }: FoundDocument): boolean {
  return standing?.state === "draft";
}
