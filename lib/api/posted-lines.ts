import { z } from "zod";
import { clock, day, decimal, minutes, requiredText, text, yesNo } from "@/lib/api/field-kinds";
import { evenIfWrong } from "@/lib/api/field-problems";
import { pickSpelling } from "@/lib/api/spellings";
import type { WorkOrderInput } from "@/lib/work-orders/work-order-input";

type Line = WorkOrderInput["lines"][number];
type MaterialLine = Extract<Line, { type: "material" }>;
type PeriodLine = Extract<Line, { type: "period" }>;

/** The fields of a material line, by OutSmart's names. */
export const materialFields = {
  MaterialCode: text(50).describe("Code of the material; required."),
  MaterialNr: text(50).describe("Number of units, as in OutSmart's API. MaterialQuantity says the same and is clearer."),
  MaterialName: text(500).describe("Empty: the name of the material."),
  MaterialQuantity: decimal(10, 4).describe("Number of units; required, unless MaterialNr has it. Text or number, at most four decimals; a comma may stand for the point."),
  MaterialUnit: text(20),
  MaterialPrice: decimal(10, 4).describe("Per unit, without VAT. Empty: the price of the material."),
  MaterialDiscount: decimal(3, 4).describe("Per cent."),
  MaterialDiscountPercentage: decimal(3, 4).describe("OutSmart's other name for MaterialDiscount."),
  MaterialVAT: decimal(3, 2).describe("Per cent."),
  Warehouse: text(50).describe("Code of the warehouse. Empty: the default of the export."),
  MaterialWarehouseCode: text(50).describe("OutSmart's other name for Warehouse."),
} as const;

/**
 * In OutSmart's API `MaterialNr` is the number of units; others take it for the number of the article. It is read as the first
 * where nothing else says the quantity, and may otherwise only repeat what the other two fields say.
 */
const readMaterialNr = (nr: string | null) => (nr === null ? null : decimal(10, 4).safeParse(nr).data);

/** One material line as it is posted, and as a work order holds it. */
export const postedMaterial = z
  .strictObject(materialFields, { error: "object" })
  .refine(({ MaterialCode, MaterialNr, MaterialQuantity }) => MaterialCode !== null || (MaterialQuantity !== null && MaterialNr !== null), { path: ["MaterialCode"], error: "required", ...evenIfWrong })
  .refine(({ MaterialCode, MaterialNr, MaterialQuantity }) => MaterialQuantity !== null || (MaterialCode !== null && MaterialNr !== null), { path: ["MaterialQuantity"], error: "required", ...evenIfWrong })
  .transform((given, context): MaterialLine => {
    const { MaterialCode, MaterialNr, MaterialQuantity } = given;
    const counted = readMaterialNr(MaterialNr);
    if (MaterialQuantity === null && counted === undefined) context.addIssue({ code: "custom", path: ["MaterialNr"], message: "decimal", params: { whole: 10, places: 4 } });
    const isRepeated = MaterialNr === null || MaterialCode === null || MaterialNr === MaterialCode || counted === MaterialQuantity;
    if (MaterialQuantity !== null && !isRepeated) context.addIssue({ code: "custom", path: ["MaterialNr"], message: "materialNr" });
    return {
      type: "material",
      code: MaterialCode ?? MaterialNr ?? "",
      quantity: MaterialQuantity ?? counted ?? "",
      name: given.MaterialName ?? "",
      unit: given.MaterialUnit,
      price: given.MaterialPrice,
      discount: pickSpelling(context, given, "MaterialDiscount", "MaterialDiscountPercentage") ?? "0",
      vatRate: given.MaterialVAT,
      warehouseCode: pickSpelling(context, given, "Warehouse", "MaterialWarehouseCode"),
    };
  });

/** The fields of a work period, by OutSmart's names. */
export const periodFields = {
  WorkDate: day().describe("Empty: the day of the work order."),
  BeginTime: clock().describe("hh:mm"),
  EndTime: clock().describe("hh:mm; before BeginTime: on the next day."),
  BreakTime: minutes().describe("Minutes, or hh:mm."),
  TotalTime: minutes().describe("Worked without the break: minutes, or hh:mm. Empty: from BeginTime, EndTime and BreakTime."),
  HourType: requiredText(50).describe("Code of the hour type."),
  EmployeeNr: text(50),
  EmployeeName: text(200),
  Remark: text(1_000),
  Travel: yesNo().describe("Whether it was travel."),
} as const;

/** A period whose day may be that of the work order. */
type PostedPeriod = Omit<PeriodLine, "date"> & { date: string | null };

/** Minutes. */
const aDay = 24 * 60;

/** A work period as it is posted. An end before its begin is on the next day. */
export const postedPeriod = z
  .strictObject(periodFields, { error: "object" })
  .refine(({ BeginTime, EndTime, TotalTime }) => TotalTime !== null || BeginTime !== null || EndTime !== null, { path: ["TotalTime"], error: "duration", ...evenIfWrong })
  .refine(({ BeginTime, EndTime }) => EndTime === null || BeginTime !== null, { path: ["BeginTime"], error: "beginAndEnd", ...evenIfWrong })
  .refine(({ BeginTime, EndTime }) => BeginTime === null || EndTime !== null, { path: ["EndTime"], error: "beginAndEnd", ...evenIfWrong })
  .transform((given, context): PostedPeriod => {
    const { BeginTime: begin, EndTime: end, TotalTime: total } = given;
    const breakMinutes = given.BreakTime ?? 0;
    if (begin !== null && end !== null && total === null && breakMinutes > (end - begin + aDay) % aDay) context.addIssue({ code: "custom", path: ["BreakTime"], message: "breakTooLong" });
    return {
      type: "period",
      date: given.WorkDate,
      beginMinute: begin,
      endMinute: end,
      breakMinutes,
      totalMinutes: total,
      hourTypeCode: given.HourType,
      employeeCode: given.EmployeeNr,
      employeeName: given.EmployeeName,
      remark: given.Remark,
      isTravel: given.Travel,
    };
  });
