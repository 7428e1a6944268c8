import type { VendorContext } from "@/lib/connectors/connector";
import type { FoundDocument, Prepared } from "@/lib/connectors/exporter";
import { finishExport } from "@/lib/export/conclude-export";
import { discardDuplicates } from "@/lib/export/discard-duplicates";
import { findDocuments } from "@/lib/export/find-documents";
import type { HeldIntent } from "@/lib/export/held-intent";
import { toJson } from "@/lib/export/journal";
import { runFollowUps } from "@/lib/export/run-follow-ups";
import { isOpen, planFollowUps, readFollowUps } from "@/lib/export/stored-follow-ups";
import { Prisma } from "@/lib/generated/prisma/client";

/** The document is this work order's: it is written down, what follows is done with it, and then the work order is told. */
export async function adoptDocument(held: HeldIntent, context: VendorContext, { prepared, found }: { prepared: Prepared; found: FoundDocument }): Promise<void> {
  const { intent, connection } = held;
  const isSameDocument = intent.documentId === found.id;
  const followUps = planFollowUps({ ids: prepared.followUps, exporter: connection.exporter, before: readFollowUps(intent.followUps), isSameDocument, now: held.now() });
  const detail = toJson({ found });
  if (!followUps.some(isOpen)) return finishExport(held, found, { event: "look-up.found", detail, followUps });
  const document = { documentId: found.id, documentNumber: found.number, documentUrl: found.url };
  const administration = intent.state === "pending" ? (connection.administration ?? "") : intent.administration;
  const changes = { ...document, administration, followUps, sentAt: intent.sentAt ?? held.now(), waitsUntil: null, waitsFor: Prisma.DbNull };
  await held.write((tx) => held.move(tx, { to: "sent", event: "look-up.found", detail, changes }));
  return completeDocument(held, context, { prepared, documentId: found.id });
}

/** Does what is still to be done with a booked document, reads back how people know it now, and tells the work order. */
export async function completeDocument(held: HeldIntent, context: VendorContext, { prepared, documentId }: { prepared: Prepared; documentId: string }): Promise<void> {
  if (!(await runFollowUps(held, { context, prepared, documentId }))) return;
  const found = await findDocuments(held, context);
  await discardDuplicates(held, context, { found, prepared, kept: documentId });
  const { documentNumber, documentUrl, reference } = held.intent;
  const own = found.find(({ id }) => id === documentId);
  // Whoever removed it there meanwhile: it was booked, and the vendor tells of its end.
  const document = own ?? { id: documentId, number: documentNumber ?? reference, url: documentUrl, standing: null };
  return finishExport(held, document, { event: own ? "look-up.found" : "look-up.absent", detail: toJson({ found: own ?? null }) });
}
