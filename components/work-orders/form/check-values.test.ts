import { describe, expect, it } from "vitest";
import { checkValues } from "@/components/work-orders/form/check-values";
import { emptyMaterial, emptyPeriod, emptyValues, valuesOf, type FormValues, type LineValues } from "@/components/work-orders/form/form-values";
import { contentOfInput } from "@/lib/work-orders/work-order-content";

const empty = emptyValues("2026-11-18");
const values = (changes: Partial<FormValues> = {}): FormValues => ({ ...empty, customer: { ...empty.customer, name: "Kok" }, ...changes });
const material = (changes: object = {}): LineValues => ({ ...emptyMaterial(), code: "4711", ...changes });
const period = (changes: object = {}): LineValues => ({ ...emptyPeriod("2026-11-18", undefined), hourTypeCode: "MONT", ...changes });

function inputOf(form: FormValues) {
  const checked = checkValues(form);
  if (!checked.ok) throw new Error(JSON.stringify([...checked.errors]));
  return checked.input;
}

function errorsOf(form: FormValues) {
  const checked = checkValues(form);
  return checked.ok ? [] : [...checked.errors];
}

describe("what is typed into a work order", () => {
  it("may be next to nothing, but for somebody", () => {
    const { workDate, customer, invoiceCustomer, lines } = inputOf(values());
    expect([workDate, customer.name, invoiceCustomer, lines]).toEqual(["2026-11-18", "Kok", null, []]);
    expect(errorsOf(empty)).toEqual([["customer.name", "required"]]);
    expect(errorsOf({ ...empty, customer: { ...empty.customer, debtorNumber: "10023" } })).toEqual([]);
  });

  it("takes decimals with either mark, and nothing for what the material says itself", () => {
    const [line] = inputOf(values({ lines: [material({ quantity: "2,5", price: "18.40", discount: "" })] })).lines;
    expect(line).toMatchObject({ quantity: "2.5", price: "18.40", discount: "0", vatRate: null, warehouseCode: null });
  });

  it("takes times as people write them and reckons the total from them", () => {
    const [line] = inputOf(values({ lines: [period({ begin: "8.10", end: "1048", break: "0:15" })] })).lines;
    expect(line).toMatchObject({ beginMinute: 490, endMinute: 648, breakMinutes: 15, totalMinutes: null });
    const [total] = inputOf(values({ lines: [period({ total: "2,5" })] })).lines;
    expect(total).toMatchObject({ beginMinute: null, endMinute: null, totalMinutes: 150 });
  });

  it("leaves the invoice customer out when the customer pays", () => {
    const typed = { ...emptyValues("2026-11-18").customer, name: "Van Leeuwen Holding", countryCode: "be" };
    expect(inputOf(values({ invoiceCustomer: typed })).invoiceCustomer).toBeNull();
    expect(inputOf(values({ hasInvoiceCustomer: true, invoiceCustomer: typed })).invoiceCustomer).toMatchObject({ name: "Van Leeuwen Holding", countryCode: "BE" });
  });

  it.each([
    ["a material without a code", material({ code: " " }), "code", "required"],
    ["a quantity in words", material({ quantity: "two" }), "quantity", "decimal"],
    ["no quantity", material({ quantity: "" }), "quantity", "decimal"],
    ["a price with thousands", material({ price: "1.234,50" }), "price", "decimal"],
    ["a discount out of range", material({ discount: "1000" }), "discount", "decimal"],
    ["a begin that is no time", period({ begin: "25:00", total: "1" }), "begin", "clock"],
    ["a total that is no duration", period({ total: "long" }), "total", "duration"],
    ["a period without any time", period({ begin: "8:00" }), "total", "noTime"],
    ["a break longer than the work", period({ begin: "8:00", end: "8:10", break: "1" }), "total", "noTime"],
    ["a period without a date", period({ date: "", total: "1" }), "date", "date"],
  ])("says at its field what is wrong with %s", (_, line, field, problem) => {
    expect(errorsOf(values({ lines: [material(), line] }))).toEqual([[`lines.1.${field}`, problem]]);
  });

  it("says what is wrong with the rest, too", () => {
    expect(errorsOf(values({ workDate: "" }))).toEqual([["workDate", "date"]]);
    expect(errorsOf(values({ endDate: "2026-11-17" }))).toEqual([["endDate", "endBeforeBegin"]]);
    expect(errorsOf(values({ customer: { ...values().customer, countryCode: "NLD", phone: "1".repeat(51) } }))).toEqual([["customer.countryCode", "country"], ["customer.phone", "tooLong"]]);
    expect(errorsOf(values({ lines: Array.from({ length: 1_001 }, () => material()) }))).toEqual([["lines", "tooMany"]]);
  });

  it("comes back from storage as it was typed", () => {
    const typed = values({
      customer: { ...values().customer, debtorNumber: "10023", name: "Bakkerij Van Leeuwen" },
      lines: [material({ quantity: "2,5", price: "18,4", discount: "10", vatRate: "21" }), period({ begin: "08:10", end: "10:48", remark: "Vented" }), period({ begin: "08:10", end: "10:48", total: "3:00" }), period({ total: "0:20" })],
    });
    expect(valuesOf(contentOfInput(inputOf(typed)), ",")).toEqual(typed);
  });
});
