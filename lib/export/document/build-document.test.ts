import { describe, expect, it } from "vitest";
import { salesDocumentSchema } from "@/lib/connectors/sales-document";
import { buildDocument } from "@/lib/export/document/build-document";
import type { DocumentTarget } from "@/lib/export/document/document-catalogue";
import type { ExportableWorkOrder } from "@/lib/export/document/exportable-work-order";
import { exampleCatalogue, exampleMaterial, exampleOptions, exampleParty, examplePeriod, exampleTarget, exampleWorkOrder } from "@/lib/export/document/testing/example-work-order";

const build = (workOrder: Partial<ExportableWorkOrder>, options: Partial<typeof exampleOptions> = {}, target: Partial<DocumentTarget> = {}) =>
  buildDocument({ ...exampleWorkOrder, ...workOrder }, { ...exampleOptions, ...options }, exampleCatalogue, { ...exampleTarget, ...target });

describe("a work order as a sales document", () => {
  it("is whole", () => {
    const { document, problems, warnings } = build({});
    expect(salesDocumentSchema.parse(document)).toEqual(document);
    expect(document).toMatchObject({
      workOrderNumber: "2026.1234", revision: 1, reference: "2026.1234", date: "2026-11-20", description: "Koeling lekt",
      customer: exampleParty, invoiceCustomer: null, deliveryAddressCode: null, leftOut: [],
      totals: { materials: "25.00", hours: "20.63", net: "45.63", vat: [{ rate: "21", base: "25.00", amount: "5.25" }, { rate: null, base: "20.63", amount: "0.00" }], gross: "50.88", billedHours: "0.33" },
    });
    expect(document.lines.map((line) => line.type)).toEqual(["material", "hours"]);
    expect([...problems, ...warnings]).toEqual([]);
  });

  it("is of the day on which the work ended, or else began", () => {
    expect(build({ endDate: null }).document.date).toBe("2026-11-19");
  });

  it("says on which days somebody worked, whatever order they were entered in", () => {
    const on = (date: string) => ({ ...examplePeriod, date });
    expect(build({ periods: [on("2026-11-21"), on("2026-11-18"), on("2026-11-20")] }).document.workDays).toEqual({ first: "2026-11-18", last: "2026-11-21" });
    expect(build({ periods: [] }).document.workDays).toEqual({ first: "2026-11-19", last: "2026-11-20" });
    expect(build({ periods: [], endDate: null }).document.workDays).toEqual({ first: "2026-11-19", last: "2026-11-19" });
  });

  it("says what was done in one line: the short description, else the first line of the long one, else the type of work", () => {
    expect(build({ shortDescription: " \n" }).document.description).toBe("Kraan vervangen");
    expect(build({ shortDescription: null, description: "\n" }).document.description).toBe("Storing");
    expect(build({ shortDescription: null, description: null, typeOfWork: null }).document.description).toBe("");
  });

  it("has the work description above its lines where the settings say so", () => {
    const { document } = build({ description: "Kraan vervangen\r\n\r\n\tGetest" }, { hasWorkDescription: true, lineSequence: "hoursFirst" });
    expect(document.lines.map((line) => (line.type === "text" ? line.text : line.type))).toEqual(["Kraan vervangen", "Getest", "hours", "material"]);
  });

  it("never shows what is internal", () => {
    const withSecret = { ...exampleWorkOrder, internalDescription: "Klant betaalt slecht" };
    expect(JSON.stringify(buildDocument(withSecret, { ...exampleOptions, hasWorkDescription: true }, exampleCatalogue, exampleTarget))).not.toContain("slecht");
  });

  it("names who pays where that is somebody else", () => {
    const { document } = build({ invoiceCustomer: { ...exampleParty, debtorNumber: "10099" }, deliveryAddressCode: "3" });
    expect(document).toMatchObject({ customer: { debtorNumber: "10023" }, invoiceCustomer: { debtorNumber: "10099" }, deliveryAddressCode: "3" });
  });
});

describe("the reference of a document", () => {
  it("is that of the intent, whatever the settings say today", () => {
    const { document, warnings } = build({ projectNumber: "P-77" }, { referenceFormat: "workOrderAndProject" }, { reference: "2026.1234 ACME" });
    expect(document.reference).toBe("2026.1234 ACME");
    expect(warnings).toEqual([]);
  });

  it("warns when a project was cut", () => {
    const { document, problems, warnings } = build({ revision: 2, projectNumber: "P-2026-77" }, { referenceFormat: "workOrderAndProject" }, { referenceLength: 15 });
    expect(document.reference).toBe("2026.1234-2 P-2");
    expect(warnings).toEqual([{ code: "textCut", params: { field: "reference", length: 15, text: "2026.1234-2 P-2026-77" } }]);
    expect(problems).toEqual([]);
  });
});

describe("a price that nobody knows", () => {
  it("is the vendor's to fill in, with a warning at its line", () => {
    const { document, problems, warnings } = build({ materials: [{ ...exampleMaterial, code: "X1", price: null }], periods: [{ ...examplePeriod, hourTypeCode: "NEW" }] });
    expect(document.totals).toMatchObject({ net: "0.00", gross: "0.00", billedHours: "0.33" });
    expect(warnings).toEqual([{ code: "priceMissing", params: { code: "X1" }, position: 1 }, { code: "priceMissing", params: { code: "NEW" }, position: 2 }]);
    expect(problems).toEqual([]);
  });
});
