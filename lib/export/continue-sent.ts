import type { VendorContext } from "@/lib/connectors/connector";
import type { Prepared } from "@/lib/connectors/exporter";
import { completeDocument } from "@/lib/export/adopt-document";
import { finishExport } from "@/lib/export/conclude-export";
import type { HeldIntent } from "@/lib/export/held-intent";
import { readSent } from "@/lib/export/read-sent";
import { tellNumber } from "@/lib/export/settle-uncertain";
import { readFollowUps } from "@/lib/export/stored-follow-ups";

/** What is booked goes on: what follows is done with it, or its number is read back. */
export async function continueSent(held: HeldIntent, context: VendorContext, prepared: Prepared): Promise<void> {
  const { documentId, followUps } = held.intent;
  if (documentId === null || readFollowUps(followUps).length === 0) return tellNumber(held, context, prepared);
  return completeDocument(held, context, { prepared, documentId });
}

/** The same for what an earlier worker has left. Whatever is known already is told to the work order even without the vendor. */
export async function resumeSent(held: HeldIntent): Promise<void> {
  const { intent, connection } = held;
  const { documentId, documentNumber, documentUrl } = intent;
  const isKnown = documentId !== null && documentNumber !== null;
  if (isKnown && (connection.state !== "connected" || readFollowUps(intent.followUps).length === 0)) {
    return finishExport(held, { id: documentId, number: documentNumber, url: documentUrl, standing: null }, { event: "look-up.found", detail: {} });
  }
  return continueSent(held, held.openContext(intent.administration), await readSent(held));
}
