import { describe, expect, it } from "vitest";
import { enterMaterial, enterPeriod, enterWorkOrder } from "@/lib/work-orders/fixtures/entered";
import { workOrderInputSchema } from "@/lib/work-orders/work-order-input";

/** Where something entered is wrong, and why. */
function problemsOf(parts: Record<string, unknown>): [path: string, message: string][] {
  const result = workOrderInputSchema.safeParse({ customer: { name: "Kok" }, workDate: "2026-11-18", lines: [], ...parts });
  return result.success ? [] : result.error.issues.map(({ path, message }) => [path.join("."), message]);
}
const pathsOf = (parts: Record<string, unknown>) => problemsOf(parts).map(([path]) => path);
const material = (parts: Record<string, unknown>) => ({ lines: [{ ...enterMaterial(), ...parts }] });
const period = (parts: Record<string, unknown>) => ({ lines: [{ ...enterPeriod(), ...parts }] });

describe("a work order as it is entered", () => {
  it("needs no more than a day and a customer, by name or number", () => {
    expect(workOrderInputSchema.parse({ customer: { name: "Kok" }, workDate: "2026-11-18", lines: [] })).toMatchObject({
      projectNumber: null, customer: { debtorNumber: null, name: "Kok" }, invoiceCustomer: null, deliveryAddressCode: null, endDate: null, description: null, lines: [],
    });
    expect(problemsOf({ customer: { debtorNumber: "10023" } })).toEqual([]);
    expect(problemsOf({ customer: { name: "  ", city: "Utrecht" } })).toEqual([["customer.name", "required"]]);
  });

  it("has blanks at the ends taken away, and nothing where there is nothing", () => {
    const input = enterWorkOrder({ shortDescription: "  Leak  ", typeOfWork: "   ", customer: { name: " Kok ", countryCode: " nl " }, description: " \n " });
    expect(input).toMatchObject({ shortDescription: "Leak", typeOfWork: null, customer: { name: "Kok", countryCode: "NL" }, description: null });
  });

  it("keeps what people write: emoji, bars, quotes, accents, and the lines of a description", () => {
    const input = enterWorkOrder({ shortDescription: "Café | “'t Hoekje” 🔧 <b>", description: "  1. off\r\n\t2. on\n" });
    expect(input).toMatchObject({ shortDescription: "Café | “'t Hoekje” 🔧 <b>", description: "  1. off\n\t2. on" });
  });

  it("loses what no database and no bookkeeping takes", () => {
    const input = enterWorkOrder({ shortDescription: "one\r\ntwo\u0000\u0007three \udc00", description: "a\u0000b\u001bc" });
    expect(input).toMatchObject({ shortDescription: "one two three \ufffd", description: "abc" });
  });

  it("is refused where a text is too long, a day or country is none, or lines are too many", () => {
    expect(pathsOf({ shortDescription: "x".repeat(201), customer: { name: "x".repeat(201), countryCode: "NLD" } }).sort()).toEqual(["customer.countryCode", "customer.name", "shortDescription"]);
    expect(pathsOf({ workDate: "2026-02-30" })).toEqual(["workDate"]);
    expect(pathsOf({ lines: Array.from({ length: 1_001 }, () => enterMaterial()) })).toEqual(["lines"]);
  });

  it("does not end before it begins", () => {
    expect(problemsOf({ endDate: "2026-11-17" })).toEqual([["endDate", "endBeforeBegin"]]);
    expect(problemsOf({ endDate: "2026-11-18" })).toEqual([]);
  });
});

describe("a material line", () => {
  it.each(["0.0001", "-3", "9999999999.9999", "007", "0"])("takes the quantity %s", (quantity) => expect(problemsOf(material({ quantity }))).toEqual([]));

  it.each(["", "1,5", "1e3", "0.00001", "10000000000", "NaN", "--1", "1.", ".5"])("refuses the quantity '%s', by its place", (quantity) => {
    expect(problemsOf(material({ quantity }))).toEqual([["lines.0.quantity", "decimal"]]);
  });

  it("needs a code, and no price: then it is that of the material", () => {
    expect(pathsOf(material({ code: " " }))).toEqual(["lines.0.code"]);
    expect(enterWorkOrder({ lines: [enterMaterial()] }).lines[0]).toMatchObject({ price: null, discount: "0", vatRate: null, warehouseCode: null });
  });
});

describe("a work period", () => {
  it("has minutes: a total, or begin and end", () => {
    expect(problemsOf(period({ totalMinutes: null }))).toEqual([["lines.0.totalMinutes", "minutesMissing"]]);
    expect(problemsOf(period({ totalMinutes: null, beginMinute: 480, endMinute: 470, breakMinutes: 30 }))).toEqual([]);
    expect(problemsOf(period({ totalMinutes: null, beginMinute: 480, endMinute: 500, breakMinutes: 30 }))).toEqual([["lines.0.totalMinutes", "minutesMissing"]]);
  });

  it("lies within a day, in whole minutes", () => {
    expect(pathsOf(period({ beginMinute: 1_440 }))).toEqual(["lines.0.beginMinute"]);
    expect(pathsOf(period({ totalMinutes: 1.5 }))).toEqual(["lines.0.totalMinutes"]);
    expect(pathsOf(period({ totalMinutes: -1 }))).toEqual(["lines.0.totalMinutes"]);
    expect(pathsOf(period({ hourTypeCode: "" }))).toEqual(["lines.0.hourTypeCode"]);
  });
});
