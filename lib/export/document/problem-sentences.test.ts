import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import type { ExportProblem } from "@/lib/connectors/export-problems";
import { buildDocument } from "@/lib/export/document/build-document";
import { checkMatch } from "@/lib/export/document/check-match";
import type { ExportableWorkOrder } from "@/lib/export/document/exportable-work-order";
import { exampleCatalogue, exampleMaterial, exampleOptions, exampleParty, examplePeriod, exampleTarget, exampleWorkOrder } from "@/lib/export/document/testing/example-work-order";
import { locales, regionalLocales, type Locale } from "@/lib/i18n/locales";
import type english from "@/lib/i18n/messages/en/exports.json";

/** Everything that is wrong with a work order of which the vendor knows nothing, and nothing may be created. */
function problemsOf(own: Partial<ExportableWorkOrder>, { createsRelations = false, referenceLength = 30 } = {}): ExportProblem[] {
  const options = { ...exampleOptions, createsRelations, createsMaterials: false };
  const catalogue = { ...exampleCatalogue, warehouses: new Set<string>() };
  const { document, problems } = buildDocument({ ...exampleWorkOrder, ...own }, options, catalogue, { ...exampleTarget, referenceLength });
  return [...problems, ...checkMatch(document, { options, catalogue, matched: { relations: {}, articles: {} }, vendorName: "Cash" }).problems];
}

/** The sentence as the message files have it; one that wants a value nobody gives is an error. */
async function sentencesIn(locale: Locale, problems: readonly ExportProblem[]): Promise<string[]> {
  const { default: messages }: { default: typeof english } = await import(`../../i18n/messages/${locale}/exports.json`);
  const refuse = (error: Error): never => {
    throw error;
  };
  const t = createTranslator({ locale: regionalLocales[locale], messages: messages.problem, onError: refuse });
  return problems.flatMap(({ code, params }) => [t(`${code}.message`, params), t(`${code}.remedy`, params)]);
}

const nobody = { ...exampleParty, debtorNumber: null, name: null };
const everything = [
  ...problemsOf({ materials: [exampleMaterial, { ...exampleMaterial, position: 3, quantity: "0", discount: "101", warehouseCode: "HAL" }], periods: [examplePeriod, { ...examplePeriod, position: 4, totalMinutes: 0 }], deliveryAddressCode: "3" }),
  ...problemsOf({ invoiceCustomer: { ...exampleParty, debtorNumber: "10099" } }),
  ...problemsOf({ customer: nobody, materials: [], periods: [] }),
  ...problemsOf({ periods: [{ ...examplePeriod, hourTypeCode: "REIS" }], materials: [] }, { referenceLength: 5 }),
  ...problemsOf({ customer: { ...exampleParty, city: null } }, { createsRelations: true }),
];

describe("what is wrong with a work order is said in its own words", () => {
  it.each([
    "Material 4711 on work order 2026.1234 not found in Cash",
    "No materials or work periods on work order 2026.1234",
    "Quantity of material 4711 on work order 2026.1234 cannot be 0",
    "Hour type MONT on work order 2026.1234 not found in Cash or not synchronised",
    "Relation 10023 on work order 2026.1234 not found in Cash",
  ])("%s", async (sentence) => {
    expect(await sentencesIn("en", everything)).toContain(sentence);
  });

  it("covers everything that can be told without sending", () => {
    expect(new Set(everything.map(({ code }) => code))).toEqual(
      new Set([
        "noLines", "nothingBillable", "customerMissing", "relationNotFound", "invoiceRelationNotFound", "relationIncomplete", "deliveryAddressNotFound", "materialNotFound", "materialQuantityZero", "hourTypeNotFound",
        "periodWithoutTime", "warehouseNotFound", "valueOutOfRange", "referenceTooLong",
      ]),
    );
  });

  it.each(locales)("in %s every sentence has the values it names", async (locale) => {
    const sentences = await sentencesIn(locale, everything);
    expect(sentences).toHaveLength(everything.length * 2);
    expect(sentences.filter((sentence) => sentence.includes("{"))).toEqual([]);
  });
});
