import { describe, expect, it } from "vitest";
import { emptyMaterial, emptyPeriod, emptyValues, type LineValues } from "@/components/work-orders/form/form-values";
import { WorkOrderForm } from "@/components/work-orders/form/work-order-form";
import { render } from "@/e2e/support/render";
import { locales, type Locale } from "@/lib/i18n/locales";

const material: LineValues = { ...emptyMaterial(), code: "4711", name: "Circulation pump", quantity: "2,5", unit: "pc" };
const period: LineValues = { ...emptyPeriod("2026-11-20", undefined), employeeName: "Sanne Bakker", hourTypeCode: "MONT", begin: "8:10", end: "10:48" };
const form = (lines: LineValues[], locale?: Locale) =>
  render(<WorkOrderForm initial={{ ...emptyValues("2026-11-20"), lines }} workOrder={null} save={() => Promise.resolve({})} back="/work-orders" />, { locale });
const many = (count: number) => Array.from({ length: count }, (_, index) => (index % 2 === 0 ? material : period));

describe("the lines of a work order that is edited", () => {
  it("have their fields as long as they are few", async () => {
    const { html, buttons } = await form(many(25));
    expect(html.match(/<fieldset/g)).toHaveLength(25);
    expect(buttons).toContain("Move line 25 up");
  });

  it("are a row each when they are many: what it is, and how much", async () => {
    const { html, buttons, text } = await form(many(500));
    expect(html).not.toContain("<fieldset");
    expect(buttons).toEqual(expect.arrayContaining(["1. Material, Circulation pump, 4711, 2,5 pc", "500. Work period, Sanne Bakker, MONT, 8:10 – 10:48"]));
    expect(text).toContain("Press a line to change it.");
  });

  it("say what they are also without a name, an employee or times", async () => {
    const { buttons } = await form([{ ...material, name: "", unit: "" }, { ...period, employeeName: "", begin: "", total: "1:30" }, ...many(30)]);
    expect(buttons).toEqual(expect.arrayContaining(["1. Material, 4711, 2,5", "2. Work period, MONT, 1:30"]));
  });

  it.each(locales)("have every word in %s", async (locale) => {
    expect((await form(many(30), locale)).text).toContain("Circulation pump");
  });
});
