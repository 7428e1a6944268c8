import { z } from "zod";
import type { Cursor, DueBelow, PassEvent, PassRequest } from "@/lib/connectors/connector";
import type { SourceRecord } from "@/lib/connectors/records";
import type { Timing } from "@/lib/timing";
import type { EasybillClient } from "../client";
import { EasybillRefusal } from "../failures";
import { requestsAMinute } from "../manifest";
import { readListPage } from "../read-list";
import { readContact } from "../records/contact";
import { readItem } from "../records/read-item";
import { contactSchema } from "../records/schemas";

/** Customers whose contact persons stand together on one page of the pass: what a worker that is lost has to ask for again. */
const customersAPage = 10;
/** Records of one page of the pass; also the most contact persons that are read of one customer. */
const greatestPage = 1000;

const placeSchema = z.object({ startedAt: z.iso.datetime(), due: z.array(z.string()), pages: z.int() });
type Place = z.infer<typeof placeSchema>;

/**
 * Contact persons hang under each customer, one request per customer, so that reading all of them takes 5,000 requests for 5,000
 * customers. A pass therefore reads those of customers that are new or have moved, and a few of those read longest ago, which
 * finds what no mark tells of. It asks for at most four fifths of what the plan allows in half an interval – with the usual 15 minutes
 * 60 customers on Plus, 360 on Business, a fifth of them in turn – and stops where half an interval is over, because exports and webhooks went
 * first. The next pass goes on there. 5,000 new customers are through after 84 passes (21 hours) on Plus and 14 (3.5 hours) on Business.
 *
 * What a whole pass takes besides: one request per 1,000 customers, per 1,000 positions, per 1,000 position groups (twice) and per 1,000 logins. With 5,000
 * customers and 1,000 positions on Plus that is 9 requests, and with contacts at most 69 of the 150 of an interval.
 */
export async function* readContacts(client: EasybillClient, { resume, known }: Pick<PassRequest, "resume" | "known">): AsyncGenerator<PassEvent> {
  const { timing } = client.context;
  let place = readPlace(resume) ?? (await begin(client, known));
  while (place.due.length > 0 && !isTimeOver(place, timing)) {
    const { within, records } = await readPage(client, place.due.slice(0, customersAPage));
    place = { ...place, due: place.due.slice(within.length) };
    yield { type: "page", kind: "contacts", records, within, resume: place, totalPages: place.pages };
  }
  // Never complete: what is gone is told by the pages, customer by customer.
  yield { type: "end", complete: [], cursor: { readAt: timing.now().toISOString() } };
}

/** Customers whose contacts a pass reads at most, and how many of them in turn. */
export function shareOf(requests: number, intervalMinutes: number): { all: number; inTurn: number } {
  const all = Math.max(1, Math.floor((requests * intervalMinutes * 2) / 5));
  return { all, inTurn: Math.max(1, Math.floor(all / 5)) };
}

async function begin({ context }: EasybillClient, known: PassRequest["known"]): Promise<Place> {
  const share = shareOf(requestsAMinute(context.login["plan"]), context.timing.syncIntervalMinutes);
  const due = await known.dueBelow("relations", share.all);
  const isInTurn = ({ reason }: DueBelow) => reason === "oldest";
  const ids = [...due.filter((one) => !isInTurn(one)), ...due.filter(isInTurn).slice(0, share.inTurn)].map(({ externalId }) => externalId);
  return { startedAt: context.timing.now().toISOString(), due: ids, pages: Math.ceil(ids.length / customersAPage) };
}

function readPlace(resume: Cursor): Place | null {
  const place = placeSchema.safeParse(resume);
  return place.success ? place.data : null;
}

function isTimeOver({ startedAt }: Place, { now, syncIntervalMinutes }: Timing): boolean {
  return now().getTime() - Date.parse(startedAt) > (syncIntervalMinutes * 60_000) / 2;
}

/** The contacts of the first of these customers, as many as fit on a page; always of one. */
async function readPage(client: EasybillClient, customerIds: readonly string[]): Promise<{ within: string[]; records: SourceRecord[] }> {
  const within: string[] = [];
  const records: SourceRecord[] = [];
  for (const customerId of customerIds) {
    const contacts = await readContactsOf(client, customerId);
    if (within.length > 0 && records.length + contacts.length > greatestPage) break;
    within.push(customerId);
    records.push(...contacts);
  }
  return { within, records };
}

/** The contact persons of one customer; none where the customer is gone. */
export async function readContactsOf(client: EasybillClient, customerId: string): Promise<SourceRecord[]> {
  try {
    const { items } = await readListPage(client, { operation: "list contacts", path: `/customers/${encodeURIComponent(customerId)}/contacts` }, 1, greatestPage);
    return items.map((item) => {
      const contact = readItem(contactSchema, item);
      return contact.ok ? readContact(contact.item, customerId) : { ...contact.record, below: customerId };
    });
  } catch (error) {
    if (error instanceof EasybillRefusal && error.isAboutMissing) return [];
    throw error;
  }
}
