import { describe, expect, it, test } from "vitest";
import { fieldName, problemsOf } from "@/lib/api/field-problems";
import { postedWorkOrder } from "@/lib/api/posted-work-order";
import { workOrderInputSchema } from "@/lib/work-orders/work-order-input";

const least = { WorkorderNo: "W-1", CustomerDebtorNr: "10023", WorkDate: "2026-11-20" };
const material = { MaterialCode: "4711", MaterialQuantity: "2" };
const period = { BeginTime: "08:10", EndTime: "10:48", HourType: "MONT" };

const read = (given: object) => postedWorkOrder.parse({ ...least, ...given });
const readMaterial = (given: object) => read({ Materials: [{ ...material, ...given }] }).input.lines[0];
const readPeriod = (given: object) => read({ Workperiods: [{ ...period, ...given }] }).input.lines[0];

/** What is wrong: `field: code`. */
function wrong(given: unknown): string[] {
  const result = postedWorkOrder.safeParse(given);
  return result.success ? [] : problemsOf(result.error).map(({ path, code }) => `${fieldName(path)}: ${code}`);
}
const wrongWith = (given: object) => wrong({ ...least, ...given });

describe("a work order from outside", () => {
  it("becomes what a work order holds, and passes its schema unchanged", () => {
    const posted = read({
      CustomerName: " Bakkerij Van Leeuwen ",
      CustomerCountryCode: "nl",
      CustomerContactPerson: "Joost",
      CustomerDebtorNrInvoice: "10031",
      WorkEndDate: "21-11-2026",
      WorkDescription: "Pump\r\nroom \n",
      Status: "compleet",
      WorkStatus: 1,
      Materials: [{ ...material, MaterialPrice: "233,00", MaterialDiscount: 10, MaterialVAT: "21", Warehouse: "BUS4" }],
      Workperiods: [{ ...period, BreakTime: "0:30", EmployeeNr: 7, Travel: "ja" }],
    });
    expect(posted).toMatchObject({ number: "W-1", status: "complete", workStatusCode: 1 });
    expect(workOrderInputSchema.parse(posted.input)).toEqual(posted.input);
    expect(posted.input).toMatchObject({
      customer: { debtorNumber: "10023", name: "Bakkerij Van Leeuwen", countryCode: "NL", contact: "Joost", email: null },
      invoiceCustomer: { debtorNumber: "10031", name: null },
      workDate: "2026-11-20",
      endDate: "2026-11-21",
      description: "Pump\nroom",
      lines: [
        { type: "material", code: "4711", quantity: "2", price: "233", discount: "10", vatRate: "21", warehouseCode: "BUS4", unit: null },
        { type: "period", date: "2026-11-20", beginMinute: 490, endMinute: 648, breakMinutes: 30, totalMinutes: null, employeeCode: "7", isTravel: true },
      ],
    });
  });

  it("leaves status and work status open, and the invoice customer out, when nothing is said of them", () => {
    const posted = read({ Status: "", WorkStatus: "", CustomerNameInvoice: " ", Materials: null });
    expect("status" in posted || "workStatusCode" in posted).toBe(false);
    expect(posted.input).toMatchObject({ invoiceCustomer: null, lines: [], endDate: null });
  });

  it("names every wrong field at once, each by its place", () => {
    const given = {
      CustomerNaam: "typing error",
      CustomerCountryCode: "NLD",
      WorkDate: "2026-02-30",
      Status: "Done",
      Materials: [material, { MaterialPrice: "1.23456" }, { ...material, MaterialQuantity: "two" }],
      Workperiods: [{ HourType: "", BeginTime: "25:00" }, "nonsense", { ...period, Tavel: true }],
    };
    expect(wrong(given).sort()).toEqual([
      "CustomerCountryCode: country",
      "CustomerDebtorNr: customer",
      "CustomerNaam: unknown",
      "Materials[1].MaterialCode: required",
      "Materials[1].MaterialPrice: decimal",
      "Materials[1].MaterialQuantity: required",
      "Materials[2].MaterialQuantity: decimal",
      "Status: status",
      "WorkDate: date",
      "WorkorderNo: required",
      "Workperiods[0].BeginTime: time",
      "Workperiods[0].EndTime: beginAndEnd",
      "Workperiods[0].HourType: required",
      "Workperiods[1]: object",
      "Workperiods[2].Tavel: unknown",
    ]);
  });

  test.each([[null], ["text"], [[]], [7]])("%j is no work order", (given) => {
    expect(wrong(given).length).toBeGreaterThan(0);
  });

  it("takes a thousand lines and no more, materials and periods together", () => {
    const materials = Array.from({ length: 600 }, () => material);
    expect(wrongWith({ Materials: materials, Workperiods: Array.from({ length: 400 }, () => period) })).toEqual([]);
    expect(wrongWith({ Materials: materials, Workperiods: Array.from({ length: 401 }, () => period) })).toEqual(["Workperiods: tooMany"]);
    expect(wrongWith({ Materials: Array.from({ length: 1_001 }, () => material) })).toEqual(["Materials: tooMany"]);
  });

  const party = [["DebtorNr", 50], ["Name", 200], ["Street", 200], ["StreetNo", 20], ["ZIP", 20], ["City", 100], ["Contact", 200], ["Phone", 50], ["Email", 254]] as const;
  const lengths: [string, number][] = [
    ...party.flatMap(([field, length]): [string, number][] => [[`Customer${field}`, length], [`Customer${field}Invoice`, length]]),
    ...([["WorkorderNo", 50], ["ProjectNr", 50], ["ExternProjectNr", 50], ["AdrCode", 20], ["TypeOfWork", 100], ["ShortWorkDescription", 200], ["WorkDescription", 10_000], ["InternalWorkDescription", 10_000]] as const).map(([field, length]): [string, number] => [field, length]),
  ];

  test.each(lengths)("%s has at most %i characters, as many as a work order holds", (field, length) => {
    const { input } = read({ [field]: "x".repeat(length) });
    expect(workOrderInputSchema.parse(input)).toEqual(input);
    expect(wrongWith({ [field]: "x".repeat(length + 1) })).toEqual([`${field}: tooLong`]);
  });

  it("has lines with as much in them as a work order holds", () => {
    const fullMaterial = { MaterialCode: "x".repeat(50), MaterialName: "x".repeat(500), MaterialQuantity: "-9999999999.9999", MaterialUnit: "x".repeat(20), MaterialPrice: "9999999999.9999", MaterialDiscount: "100.1234", MaterialVAT: "999.99", Warehouse: "x".repeat(50) };
    const fullPeriod = { HourType: "x".repeat(50), TotalTime: 1_440, BreakTime: 1_440, EmployeeNr: "x".repeat(50), EmployeeName: "x".repeat(200), Remark: "x".repeat(1_000) };
    const { input } = read({ Materials: [fullMaterial], Workperiods: [fullPeriod] });
    expect(workOrderInputSchema.parse(input)).toEqual(input);
  });

  it("refuses what a database cannot keep: NUL and half a character; whole ones of any script are welcome", () => {
    expect(wrongWith({ CustomerName: "a\u0000b", WorkDescription: "\ud83d" })).toEqual(["CustomerName: characters", "WorkDescription: characters"]);
    expect(read({ CustomerName: "Ωmega 🔧 | Ltd" }).input.customer.name).toBe("Ωmega 🔧 | Ltd");
  });
});

describe("numbers", () => {
  test.each([[0.1, "0.1"], [1e-4, "0.0001"], ["1,50", "1.5"], ["-3", "-3"], [-0, "0"], ["007", "7"], [9999999999.9999, "9999999999.9999"], [" 2 ", "2"]])("the quantity %j is %s", (given, quantity) => {
    expect(readMaterial({ MaterialQuantity: given })).toMatchObject({ quantity });
  });

  test.each([["1.234,50"], ["1e3"], [1e21], [0.12345], ["+1"], ["1 000"], [true], ["∞"]])("%j is no quantity", (given) => {
    expect(wrongWith({ Materials: [{ ...material, MaterialQuantity: given }] })).toEqual(["Materials[0].MaterialQuantity: decimal"]);
  });

  test.each([
    [{ MaterialCode: "A786878", MaterialNr: "2" }, "A786878", "2"],
    [{ MaterialCode: "4711", MaterialNr: "4711", MaterialQuantity: 3 }, "4711", "3"],
    [{ MaterialCode: "4711", MaterialNr: "3,0", MaterialQuantity: 3 }, "4711", "3"],
    [{ MaterialNr: "4711", MaterialQuantity: 3 }, "4711", "3"],
  ])("%j is material and quantity", (given, code, quantity) => {
    expect(read({ Materials: [given] }).input.lines[0]).toMatchObject({ code, quantity });
  });

  test.each([
    [{ MaterialCode: "4711", MaterialNr: "12", MaterialQuantity: "3" }, ["Materials[0].MaterialNr: materialNr"]],
    [{ MaterialCode: "4711", MaterialNr: "many" }, ["Materials[0].MaterialNr: decimal"]],
    [{ MaterialNr: "4711" }, ["Materials[0].MaterialCode: required", "Materials[0].MaterialQuantity: required"]],
    [{ ...material, Warehouse: "A", MaterialWarehouseCode: "B" }, ["Materials[0].MaterialWarehouseCode: twice"]],
  ])("%j contradicts itself or lacks something", (given, problems) => {
    expect(wrongWith({ Materials: [given] })).toEqual(problems);
  });
});

describe("times", () => {
  test.each([[90, 90], ["90", 90], ["1:30", 90], ["24:00", 1_440], [0, 0], ["", null]])("the total %j is %j minutes", (given, totalMinutes) => {
    expect(readPeriod({ TotalTime: given })).toMatchObject({ totalMinutes });
  });

  test.each([
    [{ TotalTime: "25:00" }, "TotalTime: minutes"],
    [{ TotalTime: 1.5 }, "TotalTime: minutes"],
    [{ BreakTime: 1_441 }, "BreakTime: minutes"],
    [{ EndTime: "10.48" }, "EndTime: time"],
    [{ EndTime: "" }, "EndTime: beginAndEnd"],
    [{ BeginTime: null }, "BeginTime: beginAndEnd"],
    [{ BeginTime: "", EndTime: "" }, "TotalTime: duration"],
    [{ BreakTime: "2:39" }, "BreakTime: breakTooLong"],
    [{ Travel: "maybe" }, "Travel: yesNo"],
  ])("%j is refused: %s", (given, problem) => {
    expect(wrongWith({ Workperiods: [{ ...period, ...given }] })).toEqual([`Workperiods[0].${problem}`]);
  });

  it("a period may end on the next day, and has the day of the work order unless it names one", () => {
    expect(readPeriod({ BeginTime: "23:30", EndTime: "01:00:00", BreakTime: 90 })).toMatchObject({ beginMinute: 1_410, endMinute: 60, date: "2026-11-20" });
    expect(readPeriod({ WorkDate: "19/11/2026" })).toMatchObject({ date: "2026-11-19" });
  });
});
