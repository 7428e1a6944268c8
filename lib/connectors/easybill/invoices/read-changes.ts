import { z } from "zod";
import type { Cursor } from "@/lib/connectors/connector";
import type { DocumentStanding } from "@/lib/connectors/document-state";
import type { EasybillClient } from "../client";
import { berlinDay } from "./berlin-day";
import { standingOf } from "./document-standing";
import { readPages } from "./read-pages";
import { documentSchema, type EasybillDocument } from "./records";

/** Clocks, here and there, may differ by so much around midnight. */
const clockTolerance = 60 * 60_000;
/** A payment is entered with the day on which the money came, so many days before it is entered at most. */
const paymentDays = 10;
/** Ids in one question. */
const mostIds = 100;

type From = { cursor: Cursor; since: Date };
type Page = { standings: DocumentStanding[]; cursor: Cursor };
const day = z.iso.date();

/**
 * How invoices stand that were edited since the day of the cursor, were paid lately, or were cancelled by a document made since then: nobody
 * says that a payment or a cancellation counts as editing. EasyBill asks for days, so what moved today is read again each time. The cursor
 * moves only when all of it was read. That a draft was deleted no list can say; a webhook does.
 */
export async function* readDocumentChanges(client: EasybillClient, { cursor, since }: From): AsyncGenerator<Page> {
  const now = client.context.timing.now();
  const known = day.safeParse(cursor);
  const from = known.success ? known.data : berlinDay(since, -1);
  const tomorrow = berlinDay(now, 1);
  const seen = new Set<number>();
  const cancelling: number[] = [];
  const newOnes = (documents: readonly EasybillDocument[]): DocumentStanding[] =>
    documents.filter(({ id, type }) => type === "INVOICE" && !seen.has(id) && seen.add(id)).map(standingOf);
  const read = (query: Readonly<Record<string, string>>) => readPages(client, { operation: "ListDocuments", path: "/documents", query, item: documentSchema });

  for await (const documents of read({ type: "INVOICE,STORNO", edited_at: `${from},${tomorrow}` })) {
    cancelling.push(...documents.filter(({ type }) => type === "STORNO").map(({ id }) => id));
    yield { standings: newOnes(documents), cursor: from };
  }
  for await (const documents of read({ type: "INVOICE", paid_at: `${berlinDay(now, -paymentDays)},${tomorrow}` })) yield { standings: newOnes(documents), cursor: from };
  for (let place = 0; place < cancelling.length; place += mostIds) {
    const cancel_id = cancelling.slice(place, place + mostIds).join(",");
    for await (const documents of read({ type: "INVOICE", cancel_id })) yield { standings: newOnes(documents), cursor: from };
  }
  yield { standings: [], cursor: berlinDay(new Date(now.getTime() - clockTolerance)) };
}
