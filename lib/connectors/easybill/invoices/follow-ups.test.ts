import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { FaultInput } from "@/e2e/sandbox/easybill/faults/schema";
import { speak } from "@/e2e/sandbox/easybill/testing/wire";
import type { FollowUpId, FollowUpOutcome } from "@/lib/connectors/exporter";
import type { Timing } from "@/lib/timing";
import { startInvoiceSandbox, type InvoiceSandbox } from "./testing/invoice-sandbox";

let eb: InvoiceSandbox;
beforeAll(async () => {
  eb = await startInvoiceSandbox();
});
afterEach(() => eb.reset());
afterAll(() => eb.sandbox.stop());

const short: Partial<Timing> = { vendorAnswerTimeout: 1_500, vendorIdleTimeout: 1_500 };
const pdf = { name: "Arbeitsauftrag 2026.1234 – Größe.pdf", content: new TextEncoder().encode("%PDF-1.7 äöü") };
const everything = { finality: "final", email: true, attachment: true };

async function book(): Promise<number> {
  const outcome = await eb.exporter.send(eb.converse().context, eb.prepare());
  return Number(outcome.outcome === "booked" ? outcome.documentId : 0);
}

async function run(id: FollowUpId, documentId: number, timing: Partial<Timing> = {}): Promise<FollowUpOutcome | undefined> {
  const subject = { documentId: String(documentId), prepared: eb.prepare({}, everything), workOrderPdf: () => Promise.resolve(pdf) };
  return eb.exporter.followUps[id]?.run(eb.converse(timing).context, subject);
}

const done = { outcome: "done" };
const counts = (name: string) => eb.sandbox.requestCounts().then((all) => all[name] ?? 0);
const writes = { attachment: "createAttachment", finish: "finishDocument", email: "sendDocument" } as const;
const ids = ["attachment", "finish", "email"] as const;

/** A document to which this follow-up can be done. */
async function ready(id: FollowUpId): Promise<number> {
  const documentId = await book();
  if (id === "email") await eb.sandbox.act([{ act: "finish", id: documentId }]);
  return documentId;
}

describe("the work order as an attachment", () => {
  it("stands on the document, byte by byte, under its name, once however often it is done", async () => {
    const id = await book();
    expect([await run("attachment", id), await run("attachment", id)]).toEqual([done, done]);
    expect(await eb.sandbox.attachments()).toMatchObject([{ document_id: id, file_name: pdf.name, content_base64: Buffer.from(pdf.content).toString("base64") }]);
  });

  it("is added to what is attached already, also of a final invoice", async () => {
    const id = await book();
    const { id: photo } = await speak(eb.sandbox.apiUrl).upload("Foto.jpg", pdf.content);
    await eb.sandbox.act([{ act: "change", table: "attachments", id: photo, fields: { document_id: id } }, { act: "finish", id }]);
    expect(await run("attachment", id)).toEqual(done);
    expect((await eb.sandbox.attachments()).map((one) => [one.id === photo, one.document_id])).toEqual([[true, id], [false, id]]);
  });

  it("whose link was not made is uploaded again, and only the second one is on the document", async () => {
    const id = await book();
    await eb.sandbox.setFaults([{ kind: "reset", only: { operation: "updateAttachment" }, times: 1 }]);
    expect([await run("attachment", id), await run("attachment", id)]).toMatchObject([{ outcome: "uncertain" }, done]);
    expect((await eb.sandbox.attachments()).map(({ document_id }) => document_id)).toEqual([null, id]);
  });

  it("whose link was made although nobody heard of it is there already", async () => {
    const id = await book();
    await eb.sandbox.setFaults([{ kind: "reset", when: "afterCommit", only: { operation: "updateAttachment" }, times: 1 }]);
    expect([await run("attachment", id), await run("attachment", id)]).toMatchObject([{ outcome: "uncertain" }, done]);
    expect(await eb.sandbox.attachments()).toHaveLength(1);
  });

  it("that cannot be made is a failure of the file, not an error of everything", async () => {
    const subject = { documentId: String(await book()), prepared: eb.prepare(), workOrderPdf: () => Promise.reject(new Error("no font")) };
    expect(await eb.exporter.followUps.attachment?.run(eb.converse().context, subject)).toMatchObject({ outcome: "failed", error: { code: "unexpected" } });
  });
});

describe("finishing", () => {
  it("gives the draft its number, once", async () => {
    const id = await book();
    expect([await run("finish", id), await run("finish", id)]).toEqual([done, done]);
    expect(await eb.sandbox.documents()).toMatchObject([{ id, is_draft: false, number: "RE-1001" }]);
    expect(await counts("finishDocument")).toBe(1);
  });

  it("waits while somebody works on the draft", async () => {
    const id = await book();
    await eb.sandbox.setFaults([{ kind: "locked", times: 1, only: { operation: "finishDocument" } }]);
    expect([await run("finish", id), await run("finish", id)]).toMatchObject([{ outcome: "waits", error: { code: "vendor_error" } }, done]);
  });

  it("of one that a person has finished is done, of one that is gone is a failure", async () => {
    const [finished, gone] = [await book(), await book()];
    await eb.sandbox.act([{ act: "finish", id: finished }, { act: "remove", table: "documents", id: gone }]);
    expect([await run("finish", finished), await run("finish", gone)]).toMatchObject([done, { outcome: "failed", raw: "The document is not there any more" }]);
    expect(await counts("finishDocument")).toBe(0);
  });

  it("of a draft that is not what was sent does not happen; better words in it do not matter", async () => {
    const [price, words] = [await book(), await book()];
    const change = (id: number, item: object) => ({ act: "change" as const, table: "documents" as const, id, fields: { title: "Kühlung", items: [{ ...eb.prepare().content.lines[0], quantity: 2, single_price_net: 1250, vat_percent: 19, position_id: null, ...item }] } });
    await eb.sandbox.act([change(price, { single_price_net: 125 }), change(words, { description: "Kühlhahn DN 15" })]);
    expect([await run("finish", price), await run("finish", words)]).toMatchObject([{ outcome: "failed", raw: 'The draft is not what was sent: price of line 1 "1250" → "125"' }, done]);
    expect((await eb.sandbox.documents()).map(({ is_draft }) => is_draft)).toEqual([true, false]);
  });

  it.each(["beforeCommit", "afterCommit"] as const)("that broke off %s is looked at again, and done once", async (when) => {
    const id = await book();
    await eb.sandbox.setFaults([{ kind: "reset", when, only: { operation: "finishDocument" }, times: 1 }]);
    expect([await run("finish", id), await run("finish", id)]).toMatchObject([{ outcome: "uncertain", error: { kind: "uncertain" } }, done]);
    expect([await counts("finishDocument"), (await eb.sandbox.documents())[0]?.number]).toEqual([when === "afterCommit" ? 1 : 2, "RE-1001"]);
  });
});

describe("the e-mail", () => {
  it("goes to the customer, in the customer's format, once", async () => {
    const id = await ready("email");
    expect([await run("email", id), await run("email", id)]).toEqual([done, done]);
    expect(await eb.sandbox.postBoxes()).toMatchObject([{ document_id: id, to: "info@kornblume.example", type: "EMAIL" }]);
    const [asked] = await eb.sandbox.requests({ operation: "sendDocument" });
    expect(JSON.parse(asked?.body ?? "")).toEqual({ to: "info@kornblume.example", document_file_type: null });
  });

  it("is not sent of a draft, nor to nobody", async () => {
    const draft = await book();
    expect(await run("email", draft)).toMatchObject({ outcome: "failed", raw: "A draft is not sent to a customer" });
    await eb.sandbox.act([{ act: "finish", id: draft }, { act: "change", table: "customers", id: Number(eb.customerId), fields: { emails: [] } }]);
    expect(await run("email", draft)).toMatchObject({ outcome: "failed", raw: "The customer has no e-mail address" });
    expect(await eb.sandbox.postBoxes()).toEqual([]);
  });

  it("that EasyBill refuses says why", async () => {
    await eb.sandbox.setFaults([{ kind: "refused", message: "The address is not valid", only: { operation: "sendDocument" } }]);
    expect(await run("email", await ready("email"))).toMatchObject({ outcome: "failed", raw: expect.stringContaining("The address is not valid") });
  });

  it("whose end was not seen may have gone out, and nothing here sends it again", async () => {
    const id = await ready("email");
    await eb.sandbox.setFaults([{ kind: "timeout", when: "afterCommit", only: { operation: "sendDocument" }, times: 1 }]);
    expect(await run("email", id, short)).toMatchObject({ outcome: "uncertain" });
    expect([await eb.sandbox.postBoxes(), eb.exporter.followUps.email?.repeat]).toMatchObject([[{ document_id: id }], "once"]);
  });
});

describe.each(ids)("%s", (id) => {
  it.each<[string, FaultInput, string, string]>([
    ["waits at the limit", { kind: "rateLimited", retryAfterSeconds: 7 }, "waits", "vendor_rate_limited"],
    ["waits for a good key", { kind: "unauthorized" }, "waits", "authentication_expired"],
    ["is refused for good", { kind: "refused", status: 400, message: "No" }, "failed", "vendor_refused"],
    ["is uncertain after a 503", { kind: "serverError" }, "uncertain", "vendor_error"],
    ["is uncertain without an answer", { kind: "timeout" }, "uncertain", "vendor_slow"],
    ["is uncertain after nonsense", { kind: "brokenJson" }, "uncertain", "vendor_nonsense"],
  ])("%s", async (_, fault, outcome, code) => {
    const documentId = await ready(id);
    await eb.sandbox.setFaults([{ ...fault, only: { operation: writes[id] } }]);
    // An answer without a body cannot break off.
    if (id === "email" && fault.kind === "brokenJson") return;
    expect(await run(id, documentId, code === "vendor_slow" ? short : {})).toMatchObject({ outcome, error: { code } });
  });

  it("waits when it cannot even look first, and nothing happened", async () => {
    const documentId = await ready(id);
    await eb.sandbox.setFaults([{ kind: "serverError", only: { operation: "getDocument" } }]);
    expect(await run(id, documentId)).toMatchObject({ outcome: "waits", error: { code: "vendor_error" } });
    const { context, abort } = eb.converse();
    abort.abort();
    const subject = { documentId: String(documentId), prepared: eb.prepare(), workOrderPdf: () => Promise.resolve(pdf) };
    expect(await eb.exporter.followUps[id]?.run(context, subject)).toMatchObject({ outcome: "waits", error: { code: "vendor_unreachable" } });
    expect(await counts(writes[id])).toBe(0);
  });
});

it("a final invoice that is e-mailed with its work order is finished before it leaves, and is what the settings promise", async () => {
  const prepared = eb.prepare({}, everything);
  const id = await book();
  for (const followUp of prepared.followUps) expect(await run(followUp, id)).toEqual(done);
  expect(await eb.sandbox.documents()).toMatchObject([{ is_draft: false, number: "RE-1001" }]);
  expect([(await eb.sandbox.attachments()).length, (await eb.sandbox.postBoxes()).length]).toEqual([1, 1]);
  expect([eb.exporter.followUps.attachment?.isRequired, eb.exporter.followUps.finish?.isRequired, eb.exporter.followUps.email?.isRequired]).toEqual([false, true, false]);
});
