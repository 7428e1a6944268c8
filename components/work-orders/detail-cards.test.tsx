import { describe, expect, it } from "vitest";
import { DetailsCard } from "@/components/work-orders/details-card";
import { amountsOf } from "@/components/work-orders/line-amounts";
import { MaterialsCard } from "@/components/work-orders/materials-card";
import { PeriodsCard } from "@/components/work-orders/periods-card";
import { documentOf, exampleDetail, exampleNames } from "@/components/work-orders/testing/example-detail";
import { render } from "@/e2e/support/render";
import type { ExportOptions } from "@/lib/connectors/export-settings";
import { locales, type Locale } from "@/lib/i18n/locales";
import type { WorkOrderDetail } from "@/lib/work-orders/work-order-detail";

type Look = { options?: Partial<ExportOptions>; vatDecidedBy?: string | null; locale?: Locale };

async function cards(own: Partial<WorkOrderDetail>, { options = {}, vatDecidedBy = null, locale }: Look = {}) {
  const workOrder = { ...exampleDetail, ...own };
  const { document, problems } = documentOf(workOrder, options);
  const amounts = amountsOf(document, problems);
  const totals = { totals: document.totals, roundingMinutes: options.roundingMinutes ?? 0, vatDecidedBy, unpriced: document.lines.filter((line) => line.type !== "text" && line.net === null).length };
  const { text } = await render(
    <>
      <DetailsCard workOrder={workOrder} names={exampleNames} />
      <MaterialsCard materials={workOrder.materials} names={exampleNames} amounts={amounts} />
      <PeriodsCard periods={workOrder.periods} names={exampleNames} amounts={amounts} totals={totals} />
    </>,
    { locale },
  );
  return text;
}
const [material] = exampleDetail.materials;
const [worked] = exampleDetail.periods;
if (!material || !worked) throw new Error("The example has a material and a period.");

describe("the materials of a work order", () => {
  it("stand there with what each comes to", async () => {
    expect(await cards({})).toContain("Koelkraan 4711 – 2 st 12.50 – 21% 25.00");
  });

  it("show the price they would be billed at when the line has none, and a dash when nobody knows one", async () => {
    expect(await cards({ materials: [{ ...material, price: null }] })).toContain("2 st 14.00 – 21% 28.00");
    expect(await cards({ materials: [{ ...material, code: "X1", price: null, discount: "12.5" }] })).toContain("2 st – 12.5% 21% –");
  });

  it("name the warehouse, and say when it is the default one", async () => {
    expect(await cards({ materials: [{ ...material, warehouseCode: "BUS" }] })).toContain("4711 Bus 3 2 st");
    expect(await cards({}, { options: { defaultWarehouse: "BUS" } })).toContain("4711 Bus 3, default 2 st");
    expect(await cards({ materials: [{ ...material, warehouseCode: "HAL" }] })).toContain("4711 HAL 2 st");
  });

  it("have what keeps them from going out below them", async () => {
    expect(await cards({ materials: [{ ...material, quantity: "0" }] })).toContain("Koelkraan Quantity of material 4711 on work order 2026.1234 cannot be 0");
  });

  it("may be none", async () => {
    expect(await cards({ materials: [], periods: [] })).toMatch(/No materials were used\..*No hours were worked\./);
  });
});

describe("the hours of a work order", () => {
  it("stand there as worked and as billed", async () => {
    expect(await cards({})).toContain("Piet Bakker Kraan Monteur 08:10 – 08:30 19 Nov 2026 0:20 0.33 h 62.50 20.63");
    expect(await cards({}, { options: { roundingMinutes: 15 } })).toContain("0:20 0.50 h 62.50 31.25");
  });

  it("say when they are not billable, whose they are and that somebody travelled", async () => {
    expect(await cards({})).toContain("PB Travel Reistijd not billable 19 Nov 2026 1:35 – – –");
    expect(await cards({ periods: [{ ...worked, employeeName: null, employeeCode: null }] })).toContain("Nobody named");
  });
});

describe("what a work order comes to", () => {
  it("is a total with VAT as soon as every rate is known", async () => {
    expect(await cards({ periods: [] })).toContain("Materials 25.00 Hours, 0.00 h 0.00 VAT 21% 5.25 Total €30.25");
  });

  it("is without VAT as long as a rate is not known, and says so", async () => {
    expect(await cards({})).toMatch(/The VAT rate of some lines is not known here\..*Hours, 0\.33 h 20\.63 Total without VAT €45\.63/);
  });

  it("is expected only where the vendor decides VAT, and says how hours are rounded", async () => {
    expect(await cards({ periods: [] }, { vatDecidedBy: "Cash", options: { roundingMinutes: 30 } })).toMatch(/Rounded up to 30 minutes per period\. Cash has the last word on VAT, so it is expected\..*VAT 21%, expected 5\.25/);
  });
});

describe("the details of a work order", () => {
  it("are whom it is for, when, and what was done", async () => {
    const text = await cards({});
    expect(text).toContain("Customer Bakkerij De Korenaar Debtor 10023 Dorpsstraat 12 3511 AB Utrecht");
    expect(text).toContain("Contact Mevr. Jansen 030 123 45 67 info@korenaar.example");
    expect(text).toContain("Work date 19 Nov 2026 to 20 Nov 2026");
    expect(text).toContain("Internal description Sleutel onder de mat");
  });

  it("leave out what is empty, and say a day once", async () => {
    const text = await cards({ endDate: "2026-11-19", internalDescription: null, typeOfWork: null });
    expect(text).toContain("Work date 19 Nov 2026 Description");
    expect(text).not.toMatch(/Internal|Type of work|Invoice customer|Project/);
  });

  it("name the other one who pays, the project at both sides, and a country that is not the usual one", async () => {
    const text = await cards({ invoiceCustomer: { ...exampleDetail.customer, debtorNumber: null, name: "Immo GmbH", countryCode: "DE" }, projectNumber: "P-77", externalProjectNumber: "ACME-9" });
    expect(text).toContain("Invoice customer Immo GmbH Dorpsstraat 12 3511 AB Utrecht, DE");
    expect(text).toContain("Project P-77 External ACME-9");
  });

  it("say that there is no customer", async () => {
    expect(await cards({ customer: { ...exampleDetail.customer, debtorNumber: null, name: null } })).toContain("Customer No customer");
  });
});

describe.each(locales)("in %s", (locale) => {
  it("the cards have every word, and amounts as the language writes them", async () => {
    const text = await cards({ invoiceCustomer: exampleDetail.customer, projectNumber: "P", externalProjectNumber: "X" }, { locale, vatDecidedBy: "Cash", options: { roundingMinutes: 15, defaultWarehouse: "BUS" } });
    expect(text).toContain(locale === "en" ? "62.50" : "62,50");
  });
});
