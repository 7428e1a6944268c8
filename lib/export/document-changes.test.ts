import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { DocumentStanding } from "@/lib/connectors/document-state";
import { AppError } from "@/lib/errors";
import { findDocumentsTrouble } from "@/lib/export/documents-trouble";
import { createExportTest, enterComplete, readExport, setOptions, sweep, work, type ExportTest } from "@/lib/export/fixtures/test-exports";
import { noteDocuments } from "@/lib/export/note-documents";
import { findDocumentsToRead, readDocumentChanges } from "@/lib/export/read-document-changes";
import { readStandings } from "@/lib/export/read-standings";

let it: ExportTest;
beforeAll(async () => (it = await createExportTest({}, { isInvoicing: true })));
afterAll(() => it.close());
beforeEach(() => {
  it.sales.steps = ["finish"];
  it.sales.failsToRead = null;
  it.sales.beforeRequest = () => {};
  it.clock.pass(16 * 60_000);
});

const documentEvents = async (id: string) =>
  (await readExport(it, id)).events.filter(({ kind }) => kind === "documentChanged").map(({ detail }) => detail);
const read = () => readDocumentChanges(it.engine, it.connectionId);

async function exportOne() {
  const { id, number } = await enterComplete(it);
  await sweep(it);
  await work(it);
  const document = it.sales.documents.find(({ reference }) => reference === number);
  if (!document) throw new Error("It was not booked");
  return { id, number, document };
}

async function viewOf(workOrderId: string) {
  const [standing] = await readStandings(it.db, { accountId: it.accountId, workOrderId }, { connectors: [it.connector], now: it.clock.now() });
  return standing?.document;
}

describe("what becomes of a document", () => {
  test("is seen on its work order: paid in part, paid, cancelled; with an event for each, once", async () => {
    const { id, document } = await exportOne();
    expect(await read()).toBe(0);
    for (const state of ["partlyPaid", "paid", "cancelled"] as const) {
      it.sales.change(document.id, { state });
      it.clock.pass(16 * 60_000);
      expect(await read()).toBe(1);
      expect(await viewOf(id)).toMatchObject({ state, number: document.number, dueOn: "2026-12-04", paidOn: state === "paid" ? "2026-11-30" : null });
      it.clock.pass(16 * 60_000);
      expect(await read()).toBe(0);
    }
    expect(await documentEvents(id)).toMatchObject([{ state: "partlyPaid", vendorName: "Fixture", documentNumber: document.number }, { state: "paid" }, { state: "cancelled" }]);
    expect((await readExport(it, id)).journal.filter((event) => event === "document.changed")).toHaveLength(3);
  });

  test("that was exported as a draft and finished there by somebody brings its number", async () => {
    it.sales.steps = [];
    const { id, number, document } = await exportOne();
    expect(await readExport(it, id)).toMatchObject({ intent: { documentNumber: number } });
    it.sales.change(document.id, { state: "final", number: "RE-2001" });
    await read();
    expect(await readExport(it, id)).toMatchObject({ intent: { documentNumber: "RE-2001", documentUrl: `https://invoices.example/${document.id}` } });
    expect(await documentEvents(id)).toMatchObject([{ state: "final", documentNumber: "RE-2001" }]);
  });

  test("that was a draft and was removed there is seen although nobody told of it", async () => {
    it.sales.steps = [];
    const { id, number, document } = await exportOne();
    expect(await viewOf(id)).toMatchObject({ state: "draft" });
    await read();
    it.sales.documents.splice(it.sales.documents.indexOf(document), 1);
    it.clock.pass(16 * 60_000);
    expect(await read()).toBe(1);
    expect(await viewOf(id)).toMatchObject({ state: "deleted", number });
    expect(await documentEvents(id)).toMatchObject([{ state: "deleted", documentNumber: number }]);
    it.clock.pass(16 * 60_000);
    expect(await read()).toBe(0);
  });

  test("that was removed keeps what was last known of it", async () => {
    const { id, document } = await exportOne();
    await read();
    const gone: DocumentStanding = { documentId: document.id, number: null, url: null, state: "deleted", totalCents: null, paidCents: null, dueOn: null, paidOn: null };
    expect(await noteDocuments(it.engine, { accountId: it.accountId, connectionId: it.connectionId, standings: [gone], seenAt: it.clock.now() })).toBe(1);
    expect(await viewOf(id)).toMatchObject({ state: "deleted", number: document.number, totalCents: 10_115 });
  });

  test("is not undone by an answer that is older, nor by two that come at once", async () => {
    const { id, document } = await exportOne();
    const before = it.clock.now();
    it.clock.pass(1_000);
    const standing = (state: DocumentStanding["state"]): DocumentStanding => ({ documentId: document.id, number: document.number, url: null, state, totalCents: 1, paidCents: 1, dueOn: null, paidOn: null });
    const note = (state: DocumentStanding["state"], seenAt = it.clock.now()) => noteDocuments(it.engine, { accountId: it.accountId, connectionId: it.connectionId, standings: [standing(state)], seenAt });
    expect((await Promise.all([note("paid"), note("paid"), note("paid")])).sort()).toEqual([0, 0, 1]);
    expect(await note("partlyPaid", before)).toBe(0);
    expect(await viewOf(id)).toMatchObject({ state: "paid" });
    expect(await documentEvents(id)).toHaveLength(1);
  });

  test("of somebody else changes nothing here", async () => {
    const { document } = await exportOne();
    const standings = [{ documentId: "unknown", number: "1", url: null, state: "paid" as const, totalCents: 1, paidCents: 1, dueOn: null, paidOn: null }];
    expect(await noteDocuments(it.engine, { accountId: it.accountId, connectionId: it.connectionId, standings, seenAt: it.clock.now() })).toBe(0);
    const { id: other } = await it.db.prisma.account.create({ data: { name: "Another" } });
    await expect(noteDocuments(it.engine, { accountId: other, connectionId: it.connectionId, standings: [{ ...standings[0], documentId: document.id, number: "1", url: null, state: "paid", totalCents: 1, paidCents: 1, dueOn: null, paidOn: null }], seenAt: it.clock.now() })).rejects.toMatchObject({ code: "not_connected" });
  });
});

describe("the vendor is asked", () => {
  test("every quarter of an hour where there are documents, even when exports are off, and by one at a time", async () => {
    await exportOne();
    await setOptions(it, { isOn: false });
    expect(await findDocumentsToRead(it.engine)).toEqual([it.connectionId]);
    it.sales.requests.length = 0;
    await Promise.all([read(), read(), read()]);
    expect(it.sales.count("documents")).toBe(1);
    expect(await findDocumentsToRead(it.engine)).toEqual([]);
    it.clock.pass(15 * 60_000);
    expect(await findDocumentsToRead(it.engine)).toEqual([it.connectionId]);
    await it.db.prisma.connection.update({ where: { id: it.connectionId }, data: { state: "disconnected" } });
    expect(await findDocumentsToRead(it.engine)).toEqual([]);
    await it.db.prisma.connection.update({ where: { id: it.connectionId }, data: { state: "connected" } });
    await setOptions(it, {});
  });

  test("from where it stopped, when it is cut off between two pages", async () => {
    const { id, document } = await exportOne();
    const { id: second, document: other } = await exportOne();
    it.clock.pass(16 * 60_000);
    await read();
    it.sales.change(document.id, { state: "paid" });
    it.sales.change(other.id, { state: "paid" });
    const original = it.connector.exporter.documents?.readChanges;
    if (!original) throw new Error("It tells nothing");
    it.connector.exporter.documents = { async *readChanges(...given) {
      for await (const page of original(...given)) {
        yield page;
        throw new AppError("vendor_slow", { kind: "transient" });
      }
    } };
    it.clock.pass(16 * 60_000);
    await read();
    it.connector.exporter.documents = { readChanges: original };
    expect([(await viewOf(id))?.state, (await viewOf(second))?.state]).toEqual(["paid", "final"]);
    it.clock.pass(16 * 60_000);
    expect(await read()).toBe(1);
    expect((await viewOf(second))?.state).toBe("paid");
  });

  test("and when it cannot answer, the connection and the log say so: once, and once that it can again", async () => {
    await exportOne();
    await it.db.prisma.logEntry.deleteMany({ where: { operation: { startsWith: "export.documents" } } });
    const entries = async () => (await it.db.prisma.logEntry.findMany({ where: { operation: { startsWith: "export.documents" } }, orderBy: { at: "asc" } })).map(({ level, operation }) => [level, operation]);
    const trouble = () => findDocumentsTrouble(it.db, it);
    const since = it.clock.now().toISOString();
    const fail = async (error: AppError | null, times = 1) => {
      it.sales.failsToRead = error;
      for (let time = 0; time < times; time += 1) {
        await read();
        it.clock.pass(16 * 60_000);
      }
    };
    await fail(new AppError("vendor_unreachable", { kind: "transient", params: { vendor: "Fixture" } }), 3);
    expect(await trouble()).toEqual({ error: { code: "vendor_unreachable", params: { vendor: "Fixture" } }, since, isPassing: true });
    expect(await entries()).toEqual([["warning", "export.documentsNotRead"]]);
    // Another trouble is news, and as old as the first.
    await fail(new AppError("vendor_nonsense", { kind: "system", params: { vendor: "Fixture" } }), 2);
    expect(await trouble()).toMatchObject({ error: { code: "vendor_nonsense" }, since, isPassing: false });
    await fail(null, 2);
    expect(await trouble()).toBeNull();
    expect(await entries()).toEqual([["warning", "export.documentsNotRead"], ["error", "export.documentsNotRead"], ["success", "export.documentsReadAgain"]]);
  });

  test("and a login that it refuses is a person's to mend", async () => {
    await exportOne();
    it.sales.failsToRead = new AppError("credentials_refused", { kind: "config", params: { vendor: "Fixture" } });
    await read();
    expect(await it.db.prisma.connection.findUnique({ where: { id: it.connectionId } })).toMatchObject({ state: "action_required", stateReason: "credentials_refused" });
    await it.db.prisma.connection.update({ where: { id: it.connectionId }, data: { state: "connected", stateReason: null } });
  });
});
