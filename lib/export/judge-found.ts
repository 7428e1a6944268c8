import type { VendorContext } from "@/lib/connectors/connector";
import type { FoundDocument, Prepared } from "@/lib/connectors/exporter";
import { adoptDocument } from "@/lib/export/adopt-document";
import { askPerson } from "@/lib/export/conclude-export";
import { discardDuplicates } from "@/lib/export/discard-duplicates";
import type { ExportCandidate } from "@/lib/export/export-standing";
import { isDraft } from "@/lib/export/find-documents";
import type { HeldIntent } from "@/lib/export/held-intent";

type Findings = { prepared: Prepared; found: readonly FoundDocument[]; /** The vendor refused what was sent: what stands there may lack some of its lines. */ isRefused?: boolean };

/**
 * What was found under the reference is judged: one document with this customer and these lines is adopted, and of several that are all ours
 * the one that has come furthest; the drafts beside it are removed. Anything else is put to a person.
 */
export async function judgeFound(held: HeldIntent, context: VendorContext, { prepared, found, isRefused = false }: Findings): Promise<void> {
  const candidates = found.map((document) => toCandidate(held, prepared, document));
  // The vendor's own word says more than a comparison.
  const ours = found.filter(({ id }, place) => id === held.intent.documentId || candidates[place]?.differences.length === 0);
  const chosen = choose(held, found, ours);
  if (chosen) {
    await discardDuplicates(held, context, { found, prepared, kept: chosen.id });
    return adoptDocument(held, context, { prepared, found: chosen });
  }
  const [document] = found;
  if (!document) return;
  if (found.length > 1) return askPerson(held, { code: "severalFound", params: { count: found.length } }, candidates, "look-up.found");
  const params = { number: document.number, differences: candidates[0]?.differences.length ?? 0 };
  return askPerson(held, { code: isRefused ? "linesMissing" : "foundDiffers", params }, candidates, "look-up.found");
}

/** The document to adopt; undefined: a person has to say which. Two that are final are never ours to choose from. */
function choose({ intent, connection }: HeldIntent, found: readonly FoundDocument[], ours: readonly FoundDocument[]): FoundDocument | undefined {
  const final = ours.filter((document) => !isDraft(document));
  const booked = ours.find(({ id }) => id === intent.documentId);
  const best = final[0] ?? booked ?? ours[0];
  if (found.length === 1) return best;
  // Others that differ are none of ours where the vendor itself has said which one is.
  const isClear = connection.exporter.discard !== null && final.length <= 1 && (ours.length === found.length || booked !== undefined);
  return isClear ? best : undefined;
}

function toCandidate({ connection }: HeldIntent, prepared: Prepared, document: FoundDocument): ExportCandidate {
  const { id, number, url, date, customer } = document;
  return { id, number, url, date, customer, differences: connection.exporter.compare(prepared, document) };
}
