import { z } from "zod";
import type { Cursor } from "@/lib/connectors/connector";
import { deletedStanding, type DocumentStanding } from "@/lib/connectors/document-state";
import type { DocumentsFrom } from "@/lib/connectors/exporter";
import type { EasybillClient } from "../client";
import { berlinDay } from "./berlin-day";
import { standingOf } from "./document-standing";
import { readDocument } from "./read-document";
import { readList, readPages } from "./read-pages";
import { documentSchema, type EasybillDocument } from "./records";

/** Clocks, here and there, may differ by so much around midnight. */
const clockTolerance = 60 * 60_000;
/** A payment is entered with the day on which the money came, so many days before it is entered at most. */
const paymentDays = 10;
/** Ids in one question. */
const mostIds = 100;
/** Drafts that are missed in one reading are asked for one by one, the rest with the next reading: exports go first. */
const mostMissed = 10;

type Page = { standings: DocumentStanding[]; cursor: Cursor };
const day = z.iso.date();
const identified = z.object({ id: z.number().int() });

/**
 * How invoices stand that were edited since the day of the cursor, were paid lately, or were cancelled by a document made since then: nobody
 * says that a payment or a cancellation counts as editing. EasyBill asks for days, so what moved today is read again each time. The cursor
 * moves only when all of it was read. Of the drafts that were known, those that the list of all drafts lacks are asked for by their ids: they
 * may have been deleted, which only a webhook says else.
 */
export async function* readDocumentChanges(client: EasybillClient, { cursor, since, drafts }: DocumentsFrom): AsyncGenerator<Page> {
  const now = client.context.timing.now();
  const known = day.safeParse(cursor);
  const from = known.success ? known.data : berlinDay(since, -1);
  const tomorrow = berlinDay(now, 1);
  const seen = new Set<number>();
  const cancelling: number[] = [];
  const newOnes = (documents: readonly EasybillDocument[]): DocumentStanding[] =>
    documents.filter(({ id, type }) => type === "INVOICE" && !seen.has(id) && seen.add(id)).map(standingOf);
  const list = (query: Readonly<Record<string, string>>) => readPages(client, { operation: "ListDocuments", path: "/documents", query, item: documentSchema });

  for await (const documents of list({ type: "INVOICE,STORNO", edited_at: `${from},${tomorrow}` })) {
    cancelling.push(...documents.filter(({ type }) => type === "STORNO").map(({ id }) => id));
    yield { standings: newOnes(documents), cursor: from };
  }
  for await (const documents of list({ type: "INVOICE", paid_at: `${berlinDay(now, -paymentDays)},${tomorrow}` })) yield { standings: newOnes(documents), cursor: from };
  for (let place = 0; place < cancelling.length; place += mostIds) {
    const cancel_id = cancelling.slice(place, place + mostIds).join(",");
    for await (const documents of list({ type: "INVOICE", cancel_id })) yield { standings: newOnes(documents), cursor: from };
  }
  const readUntil = berlinDay(new Date(now.getTime() - clockTolerance));
  yield { standings: [], cursor: readUntil };
  yield { standings: await readMissedDrafts(client, drafts.filter((id) => !seen.has(Number(id)))), cursor: readUntil };
}

async function readMissedDrafts(client: EasybillClient, known: readonly string[]): Promise<DocumentStanding[]> {
  if (known.length === 0) return [];
  const there = await readList(client, { operation: "ListDocuments", path: "/documents", query: { type: "INVOICE", is_draft: "1" }, item: identified });
  const ids = new Set(there.map(({ id }) => String(id)));
  const standings: DocumentStanding[] = [];
  for (const id of known.filter((one) => !ids.has(one)).slice(0, mostMissed)) {
    const document = await readDocument(client, id);
    standings.push(document === null ? deletedStanding(id) : standingOf(document));
  }
  return standings;
}
