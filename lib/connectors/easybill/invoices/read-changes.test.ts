import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Cursor } from "@/lib/connectors/connector";
import { failureOf } from "@/lib/connectors/testing/conversation";
import { berlinDay } from "./berlin-day";
import { readStanding } from "./document-standing";
import { startInvoiceSandbox, type InvoiceSandbox } from "./testing/invoice-sandbox";

let eb: InvoiceSandbox;
beforeAll(async () => {
  eb = await startInvoiceSandbox();
});
afterEach(() => eb.reset());
afterAll(() => eb.sandbox.stop());

const dayInMilliseconds = 86_400_000;

/** Everything a reading hands over, and the cursor it ends with. */
async function readChanges(cursor: Cursor = null, { now = new Date(), since = now, drafts = [] }: { now?: Date; since?: Date; drafts?: readonly number[] } = {}) {
  const standings = [];
  let last: Cursor = cursor;
  for await (const page of eb.exporter.documents?.readChanges(eb.converse({ now: () => now }).context, { cursor, since, drafts: drafts.map(String) }) ?? []) {
    standings.push(...page.standings);
    last = page.cursor;
  }
  return { standings, cursor: last };
}

async function book(reference: string): Promise<number> {
  const outcome = await eb.exporter.send(eb.converse().context, eb.prepare({ reference }, { paymentTerm: "14" }));
  return Number(outcome.outcome === "booked" ? outcome.documentId : 0);
}

describe("how invoices stand", () => {
  it("is told of each as it stands now", async () => {
    const [draft = 0, final = 0, part = 0, paid = 0, cancelled = 0] = [await book("D"), await book("F"), await book("T"), await book("P"), await book("C")];
    await eb.sandbox.act([
      ...[final, part, paid, cancelled].map((id) => ({ act: "finish" as const, id })),
      { act: "pay", id: part, amount: 1000 }, { act: "pay", id: paid, date: berlinDay(new Date()) }, { act: "cancel", id: cancelled },
    ]);
    const { standings } = await readChanges();
    const dueOn = (await eb.sandbox.documents())[0]?.due_date;
    const open = { url: null, totalCents: 2975, paidCents: 0, dueOn, paidOn: null };
    expect(standings).toEqual([
      { ...open, documentId: String(draft), number: null, state: "draft" },
      { ...open, documentId: String(final), number: "RE-1001", state: "final" },
      { ...open, documentId: String(part), number: "RE-1002", state: "partlyPaid", paidCents: 1000 },
      { ...open, documentId: String(paid), number: "RE-1003", state: "paid", paidCents: 2975, paidOn: berlinDay(new Date()) },
      { ...open, documentId: String(cancelled), number: "RE-1004", state: "cancelled" },
    ]);
  });

  it("is told also where neither a payment nor a cancellation counted as editing", async () => {
    const [paid, cancelled] = [await book("P"), await book("C")];
    await eb.sandbox.act([{ act: "finish", id: paid }, { act: "finish", id: cancelled }, { act: "pay", id: paid }, { act: "cancel", id: cancelled }]);
    const longAgo = { act: "change", table: "documents", fields: { edited_at: "2020-01-01 12:00:00" }, raw: true } as const;
    await eb.sandbox.act([{ ...longAgo, id: paid }, { ...longAgo, id: cancelled }]);
    const { standings } = await readChanges();
    expect(new Map(standings.map(({ documentId, state }) => [Number(documentId), state]))).toEqual(new Map([[paid, "paid"], [cancelled, "cancelled"]]));
  });

  it("goes on from the day of the last reading, an hour before which counts too", async () => {
    await book("A");
    const { cursor } = await readChanges(null, { now: new Date("2026-11-21T23:30:00Z") });
    expect(cursor).toBe("2026-11-21");
    expect((await readChanges(cursor, { now: new Date("2026-11-22T10:00:00Z") })).cursor).toBe("2026-11-22");
    const edited = (await eb.sandbox.requests({ operation: "listDocuments" })).flatMap(({ path }) => new URL(path, eb.sandbox.url).searchParams.get("edited_at") ?? []);
    expect(edited).toEqual(["2026-11-21,2026-11-23", "2026-11-21,2026-11-23"]);
  });

  it("of an old cursor that is none begins at the day given", async () => {
    await book("A");
    expect((await readChanges("nonsense", { since: new Date(Date.now() - dayInMilliseconds) })).standings).toHaveLength(1);
  });

  it("that could not be read to its end is read again: the cursor has not moved", async () => {
    await book("A");
    const before = berlinDay(new Date(), -1);
    await eb.sandbox.setFaults([{ kind: "serverError", skip: 1, only: { operation: "listDocuments" } }]);
    const cursors: Cursor[] = [];
    const reading = (async () => {
      for await (const { cursor } of eb.exporter.documents?.readChanges(eb.converse().context, { cursor: before, since: new Date(), drafts: [] }) ?? []) cursors.push(cursor);
    })();
    expect((await failureOf(reading)).code).toBe("vendor_error");
    expect(cursors).toEqual([before]);
  });

  it("is told of a draft that was deleted, and of one that another list showed no more", async () => {
    const [deleted, kept, finished] = [await book("X"), await book("K"), await book("F")];
    await eb.sandbox.act([{ act: "remove", table: "documents", id: deleted }, { act: "finish", id: finished }]);
    // Long ago: nothing that moved lately says anything of them.
    const now = new Date(Date.now() + 30 * dayInMilliseconds);
    const { standings, cursor } = await readChanges(berlinDay(now), { now, drafts: [deleted, kept, finished] });
    expect(standings).toMatchObject([{ documentId: String(deleted), number: null, state: "deleted" }, { documentId: String(finished), number: "RE-1001", state: "final" }]);
    // Clocks may differ by an hour around midnight.
    expect(cursor).toBe(berlinDay(new Date(now.getTime() - 60 * 60_000)));
    expect(await eb.sandbox.requestCounts()).toMatchObject({ listDocuments: 3, getDocument: 2 });
  });

  it("is told of many drafts that were deleted in several readings, so that nothing waits for them", async () => {
    const drafts = Array.from({ length: 12 }, (_, place) => 900_000 + place);
    const { standings } = await readChanges(null, { drafts });
    expect(standings.map(({ documentId }) => Number(documentId))).toEqual(drafts.slice(0, 10));
  });

  it("costs two requests where nothing was cancelled", async () => {
    await book("A");
    await readChanges();
    expect((await eb.sandbox.requestCounts())["listDocuments"]).toBe(2);
  });
});

describe("a document that is delivered", () => {
  it("stands as it says; what cannot be read stands nowhere", async () => {
    expect(readStanding({ id: 7, type: "INVOICE", is_draft: false, number: " RE-7 ", amount: 100, paid_amount: 0, cancel_id: null, paid_at: null, due_date: null })).toEqual({
      documentId: "7", number: "RE-7", url: null, state: "final", totalCents: 100, paidCents: 0, dueOn: null, paidOn: null,
    });
    for (const broken of [null, {}, { id: 7 }, { id: "7", type: "INVOICE", is_draft: true }, { id: 7, type: "INVOICE", is_draft: "yes" }]) expect(readStanding(broken)).toBeNull();
  });
});

it("days begin in Berlin, in summer as in winter", () => {
  expect([berlinDay(new Date("2026-06-30T22:30:00Z")), berlinDay(new Date("2026-12-31T22:59:00Z")), berlinDay(new Date("2026-12-31T23:00:00Z"))]).toEqual(["2026-07-01", "2026-12-31", "2027-01-01"]);
  expect([berlinDay(new Date("2026-03-28T12:00:00Z"), 1), berlinDay(new Date("2026-10-25T12:00:00Z"), -1), berlinDay(new Date("2026-01-01T12:00:00Z"), -1)]).toEqual(["2026-03-29", "2026-10-24", "2025-12-31"]);
});
