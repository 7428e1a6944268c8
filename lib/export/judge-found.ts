import type { FoundDocument, Prepared } from "@/lib/connectors/exporter";
import type { ExportCandidate } from "@/lib/export/export-standing";
import { askPerson, finishExport } from "@/lib/export/conclude-export";
import type { HeldIntent } from "@/lib/export/held-intent";
import { toJson } from "@/lib/export/journal";
import { readOutcome } from "@/lib/export/stored-outcome";
import type { VendorContext } from "@/lib/connectors/connector";

/** Every document at the vendor with this intent's reference, without those a person said are something else. */
export async function findDocuments(held: HeldIntent, context: VendorContext): Promise<FoundDocument[]> {
  const { connection, intent, engine } = held;
  // An earlier try of the same work order went under the same reference.
  const first = await engine.db.prisma.exportIntent.findFirst({
    where: { connectionId: connection.id, reference: intent.reference },
    orderBy: { requestedAt: "asc" },
    select: { requestedAt: true },
  });
  const found = await connection.exporter.find(context, { reference: intent.reference, since: first?.requestedAt ?? intent.requestedAt, sent: null });
  const { overruled } = readOutcome(intent.problem);
  return found.filter(({ id }) => !overruled.includes(id));
}

/**
 * What was found under the reference is judged: one document with this customer and these lines is adopted, anything else is put to a person.
 * @param isRefused the vendor refused what was sent: what stands there may lack some of its lines
 */
export async function judgeFound(held: HeldIntent, prepared: Prepared, found: readonly FoundDocument[], { isRefused = false } = {}): Promise<void> {
  const candidates = found.map((document) => toCandidate(held, prepared, document));
  const [document] = found;
  const [candidate] = candidates;
  if (!document || !candidate) return;
  if (found.length > 1) {
    await askPerson(held, { code: "severalFound", params: { count: found.length } }, candidates, "look-up.found");
  } else if (candidate.differences.length === 0) {
    await finishExport(held, document, { event: "look-up.found", detail: toJson({ found: document }) });
  } else {
    const params = { number: document.number, differences: candidate.differences.length };
    await askPerson(held, { code: isRefused ? "linesMissing" : "foundDiffers", params }, candidates, "look-up.found");
  }
}

function toCandidate({ connection }: HeldIntent, prepared: Prepared, document: FoundDocument): ExportCandidate {
  const { id, number, url, date, customer } = document;
  return { id, number, url, date, customer, differences: connection.exporter.compare(prepared, document) };
}
