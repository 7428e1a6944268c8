import type { DocumentView } from "@/lib/export/export-standing";
import { readFollowUps } from "@/lib/export/stored-follow-ups";
import type { ExportedDocument, ExportIntent } from "@/lib/generated/prisma/client";

const day = (moment: Date | null) => moment?.toISOString().slice(0, 10) ?? null;

/** The document of an export as people see it; null: nothing of it stands at the vendor, as far as is known. */
export function viewDocument(intent: ExportIntent | null, document: ExportedDocument | null): DocumentView | null {
  if (!intent || intent.documentId === null || (intent.state !== "sent" && intent.state !== "finished")) return null;
  return {
    state: document?.state ?? null,
    number: document?.number ?? intent.documentNumber,
    url: document?.url ?? intent.documentUrl,
    totalCents: document?.totalCents ?? null,
    paidCents: document?.paidCents ?? null,
    dueOn: day(document?.dueOn ?? null),
    paidOn: day(document?.paidOn ?? null),
    // When it was booked, the vendor told of it too.
    seenAt: (intent.documentSeenAt ?? (document?.state === "deleted" ? null : document?.seenAt) ?? intent.sentAt ?? intent.requestedAt).toISOString(),
    followUps: readFollowUps(intent.followUps).map(({ id, state, error }) => ({ id, state, error })),
  };
}
