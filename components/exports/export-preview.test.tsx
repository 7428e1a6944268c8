import { describe, expect, it } from "vitest";
import { ExportPreview } from "@/components/exports/export-preview";
import { PreviewFacts } from "@/components/exports/preview-facts";
import { PreviewLines } from "@/components/exports/preview-lines";
import { PreviewRemarks } from "@/components/exports/preview-remarks";
import { render } from "@/e2e/support/render";
import { buildDocument } from "@/lib/export/document/build-document";
import { exampleCatalogue, exampleMaterial, exampleOptions, exampleParty, examplePeriod, exampleTarget, exampleWorkOrder } from "@/lib/export/document/testing/example-work-order";
import type { ExportPreview as Preview } from "@/lib/export/export-preview";
import { locales, type Locale } from "@/lib/i18n/locales";

/** A document with everything that a preview can show: text, a return, a discount, no price, and hours that stay here. */
const built = buildDocument(
  {
    ...exampleWorkOrder,
    invoiceCustomer: { ...exampleParty, debtorNumber: "10099", name: "VvE De Linde" },
    materials: [{ ...exampleMaterial, quantity: "-1.5", discount: "12.5" }, { ...exampleMaterial, position: 3, code: "X1", name: "Beugel", price: null }],
    periods: [examplePeriod, { ...examplePeriod, position: 4, hourTypeCode: "REIS", totalMinutes: 35 }],
  },
  { ...exampleOptions, hasWorkDescription: true, roundingMinutes: 15 },
  exampleCatalogue,
  exampleTarget,
);
const preview: Preview = {
  vendor: "cash", vendorName: "Cash", administration: "Bakker B.V.", content: null, customer: { state: "known", externalId: "010023" }, toCreate: [{ kind: "article", key: "X1", name: "Beugel" }], followUps: [], error: null, ...built,
};
const notFound = { code: "materialNotFound" as const, params: { workOrder: "2026.1234", vendor: "Cash", material: "4711" }, position: 1 };

describe("the lines of a preview", () => {
  const lines = async (locale?: Locale) => (await render(<PreviewLines document={preview.document} problems={[]} />, { locale })).text;

  it("are those that would be sent, to the cent", async () => {
    const text = await lines();
    expect(text).toContain("1 Kraan vervangen 2 Getest");
    expect(text).toContain("3 4711 Koelkraan -1.50 st 12.50 12.5% -16.41");
    expect(text).toContain("4 X1 Beugel 2.00 st its own – –");
    expect(text).toContain("5 MONT Monteur 0.50 h 62.50 – 31.25");
    expect(text).toContain("Net total 14.84");
  });

  it("show what stays here, without an amount", async () => {
    expect(await lines()).toContain("– REIS Reistijd, not billable, stays here");
  });

  it("are written as the reader's language does", async () => {
    expect(await lines("nl")).toContain("-16,41");
  });

  it("have each problem where it is", async () => {
    const { text } = await render(<PreviewLines document={preview.document} problems={[notFound]} />);
    expect(text).toContain("4711 Koelkraan Material 4711 on work order 2026.1234 not found in Cash");
  });
});

describe("the head of a preview", () => {
  it.each([
    [{ state: "known", externalId: "010023" }, "Bakkerij De Korenaar Matched on 10023"],
    [{ state: "new" }, "Would be created in Cash"],
    [{ state: "missing" }, "Not found in Cash"],
    [{ state: "unchecked" }, "Not checked in Cash"],
  ] as const)("says how the customer stands: %j", async (customer, words) => {
    expect((await render(<PreviewFacts preview={{ ...preview, customer }} />)).text).toContain(words);
  });

  it("names who pays, the date, the reference and what would be created", async () => {
    const { text } = await render(<PreviewFacts preview={preview} />);
    expect(text).toContain("Invoice customer VvE De Linde 10099");
    expect(text).toContain("20 Nov 2026 2026.1234");
    expect(text).toContain("Would be created Beugel Article");
    expect((await render(<PreviewFacts preview={{ ...preview, toCreate: [] }} />)).text).toContain("Would be created Nothing");
  });
});

describe("the remarks of a preview", () => {
  const remarks = async (own: Partial<Preview>, locale?: Locale) => (await render(<PreviewRemarks preview={{ ...preview, ...own }} />, { locale })).text;

  it("are none when all is well", async () => {
    expect(await remarks({ warnings: [] })).toBe("");
  });

  it("say why it would not go out, and what goes out otherwise than it stands there", async () => {
    expect(await remarks({ problems: [notFound] })).toContain("It would not go out: one thing stands in the way Material 4711 on work order 2026.1234 not found in Cash");
    expect(await remarks({})).toBe("One thing is sent otherwise than it stands here No price of X1 is known here; Cash takes its own");
  });

  it("say why the vendor could not be asked", async () => {
    expect(await remarks({ warnings: [], error: { code: "vendor_unreachable", params: { vendor: "Cash" } } })).toContain("Cash could not be asked Cash cannot be reached.");
  });
});

describe("the card", () => {
  it("asks the vendor nothing until somebody wants to see it", async () => {
    const { text, buttons } = await render(<ExportPreview workOrderId="w" version={1} connectionId="c" vendorName="Cash" lines={3} />);
    expect(text).toContain("Looking at it sends nothing.");
    expect(buttons).toEqual(["Show preview"]);
  });
});

describe.each(locales)("in %s", (locale) => {
  it("a preview has every word", async () => {
    const whole = { ...preview, problems: [notFound], error: { code: "vendor_slow" as const, params: { vendor: "Cash" } } };
    const { text } = await render(<><PreviewFacts preview={whole} /><PreviewRemarks preview={whole} /><PreviewLines document={whole.document} problems={whole.problems} /></>, { locale });
    expect(text).toContain("Cash");
  });
});
