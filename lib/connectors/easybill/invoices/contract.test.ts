import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findDescription, readDescription } from "@/e2e/sandbox/easybill/contract/description";
import { startContractProxy, type ContractProxy } from "@/e2e/sandbox/easybill/contract/proxy";
import type { SalesDocument } from "@/lib/connectors/sales-document";
import { exampleParty, hoursLine, materialLine, textLine } from "./testing/example-invoice";
import { exporterAt, startInvoiceSandbox, type InvoiceSandbox } from "./testing/invoice-sandbox";

const found = findDescription();
const title = "missing" in found ? `the vendor's description (skipped: ${found.missing})` : "the vendor's description";

describe.skipIf("missing" in found)(title, () => {
  let eb: InvoiceSandbox;
  let proxy: ContractProxy;
  beforeAll(async () => {
    eb = await startInvoiceSandbox();
    proxy = await startContractProxy("file" in found ? readDescription(found.file).description : {}, eb.sandbox.apiUrl);
  });
  afterAll(async () => {
    await proxy.stop();
    await eb.sandbox.stop();
  });

  it("holds for everything an export asks and sends", async () => {
    const exporter = exporterAt(proxy.apiUrl);
    const { context } = eb.converse();
    const number = await exporter.proposeRelationNumber(context, null);
    const party = { ...exampleParty, debtorNumber: null, countryCode: "AT" };
    const created = [
      await exporter.create(context, { kind: "relation", externalId: number ?? "", party }, {}),
      await exporter.create(context, { kind: "relation", externalId: "A, 1", party: { ...party, name: "Ohne alles", contact: null, phone: null, email: null, countryCode: null } }, {}),
      await exporter.create(context, { kind: "article", externalId: "R-1", article: { code: "R-1", name: "Rohr", unit: null, price: "0.0125", type: "material" } }, {}),
      await exporter.create(context, { kind: "article", externalId: "S-1", article: { code: "S-1", name: "Stunde", unit: "h", price: "62.5", type: "hourType" } }, {}),
    ];
    expect(created.map(({ outcome }) => outcome)).toEqual(["booked", "booked", "booked", "booked"]);
    const matched = await exporter.lookUp(context, { relations: ["70001", "A, 1"], articles: ["4711", "MONT", "R-1"] });
    await exporter.readDetails?.(context, { ...matched, details: undefined });

    const lines = [textLine("Hahn ersetzt"), materialLine("4711", { quantity: "-1.5", unitPrice: "0.0125", discount: "33.3333" }), hoursLine("MONT", { unit: null }), materialLine("R-1", { unitPrice: null })];
    const variants: [Partial<SalesDocument>, Record<string, string | boolean>][] = [
      [{ lines, workDays: { first: "2026-11-18", last: "2026-11-20" } }, { finality: "final", email: true, attachment: true, paymentTerm: "14", textBefore: "Guten Tag", textAfter: "Danke", titleFormat: "workOrderAndDescription" }],
      ...["nStb", "nStbUstID", "nStbNoneUstID", "nStbIm", "revc", "IG", "AL", "sStfr", "smallBusiness"].map((vatOption): [Partial<SalesDocument>, Record<string, string>] => [{}, { vatOption }]),
    ];
    for (const [overrides, settings] of variants) {
      const prepared = eb.prepare(overrides, settings, matched);
      const sent = await exporter.send(context, prepared);
      expect(sent).toMatchObject({ outcome: "booked" });
      const documentId = sent.outcome === "booked" ? (sent.documentId ?? "") : "";
      expect(await exporter.find(context, { reference: prepared.reference, since: new Date(), sent: prepared.content })).not.toEqual([]);
      const workOrderPdf = () => Promise.resolve({ name: "2026.1234.pdf", content: new TextEncoder().encode("%PDF-1.7 ä") });
      for (const id of prepared.followUps) expect(await exporter.followUps[id]?.run(context, { documentId, prepared, workOrderPdf })).toEqual({ outcome: "done" });
      if (prepared.followUps.length === 0) await exporter.discard?.(context, documentId);
    }
    await exporter.find(context, { reference: "never", since: new Date(), sent: null });
    const [invoice] = await eb.sandbox.documents();
    await eb.sandbox.act([{ act: "pay", id: invoice?.id ?? 0, amount: 1 }, { act: "cancel", id: invoice?.id ?? 0 }]);
    const standings = [];
    for await (const page of exporter.documents?.readChanges(context, { cursor: null, since: new Date(), drafts: ["987654321"] }) ?? []) standings.push(...page.standings);
    expect(standings).toMatchObject([{ state: "cancelled" }, { state: "deleted" }]);

    expect(proxy.violations()).toEqual([]);
    expect(Object.keys(proxy.checked()).length).toBeGreaterThanOrEqual(13);
  });
});
