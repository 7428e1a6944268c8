import { Decimal } from "decimal.js";
import type { z } from "zod";
import type { Random } from "@/e2e/sandbox/core/generator/random";
import type { RecordContent } from "@/lib/connectors/records";
import type { Locale } from "@/lib/i18n/locales";
import type { workOrderInputSchema } from "@/lib/work-orders/work-order-input";
import type { DemoCatalogue } from "./demo-catalogue";
import { inLanguage, periodRemarks, type DemoJob } from "./demo-jobs";

export type EnteredLine = z.input<typeof workOrderInputSchema>["lines"][number];
type Material = RecordContent<"materials">;

export type Scene = { random: Random; catalogue: DemoCatalogue; locale: Locale };

/** What was used for a job, as the office or an engineer would have entered it. */
export function makeMaterials({ random, catalogue }: Scene, job: DemoJob): EnteredLine[] {
  const vans = catalogue.warehouses.filter(({ code }) => code === "HOOFD" || code.startsWith("BUS"));
  const van = vans[random.below(Math.max(1, vans.length))]?.code ?? null;
  return job.materials.flatMap((prefix): EnteredLine[] => {
    const candidates = catalogue.materials.filter(({ code }) => code.startsWith(`${prefix}-`));
    const material = candidates[random.below(Math.max(1, candidates.length))];
    if (!material) return [];
    const { code, name, unit } = material;
    return [
      {
        type: "material", code, name, unit,
        quantity: makeQuantity(random, material),
        price: random.chance(0.35) ? material.price : null,
        discount: random.chance(0.12) ? random.pick(["5", "10", "12.5"]) : "0",
        vatRate: material.vatCode === "02" ? "9" : "21",
        warehouseCode: random.chance(0.7) ? van : null,
      },
    ];
  });
}

/** Metres by the half, dear things one by one, panels and lamps by the dozen. */
function makeQuantity(random: Random, { code, unit, price }: Material): string {
  if (unit === "m") return new Decimal(random.between(4, 50)).div(2).toFixed();
  if (/^(ZONPAN|LEDARM)-/.test(code)) return String(random.between(6, 14));
  return String(new Decimal(price ?? "0").greaterThan(300) ? 1 : random.between(1, 4));
}

/** From eight in the morning, in minutes since midnight. */
const earliestBegin = 480;
/** More than this in one day needs a break, and long work a second day. */
const longDay = 300;

/** The hours of a job: travel first where it counts, then the work, long work over two days. */
export function makePeriods({ random, catalogue, locale }: Scene, job: DemoJob, days: readonly [first: string, second: string]): EnteredLine[] {
  const employee = catalogue.employees[random.below(Math.max(1, catalogue.employees.length))];
  const hourTypeOf = (prefix: string) => (catalogue.hourTypes.find(({ code }) => code.startsWith(`${prefix}-`)) ?? catalogue.hourTypes[0])?.code;
  const [work, travel] = [hourTypeOf(workPrefix(job, random)), hourTypeOf("REIS")];
  if (work === undefined || travel === undefined) return [];
  const common = { type: "period" as const, employeeCode: employee?.code ?? null, employeeName: employee?.name ?? null };
  const begin = earliestBegin + 5 * random.below(24);
  const way = 5 * random.between(3, 10);
  const exact = random.between(...job.minutes);
  const minutes = random.chance(0.6) ? 5 * Math.round(exact / 5) : exact;
  const parts = minutes > longDay + 120 ? [Math.ceil(minutes / 2), Math.floor(minutes / 2)] : [minutes];
  const remark = random.chance(0.2) ? inLanguage(random.pick(periodRemarks), locale) : null;
  return [
    ...(random.chance(0.45) ? [{ ...common, date: days[0], beginMinute: begin - way, endMinute: begin, totalMinutes: way, hourTypeCode: travel, isTravel: true }] : []),
    ...parts.map((total, index) => {
      const breakMinutes = total > longDay ? 30 : 0;
      const date = index === 0 ? days[0] : days[1];
      return { ...common, date, beginMinute: begin, endMinute: begin + total + breakMinutes, breakMinutes, totalMinutes: total, hourTypeCode: work, remark: index === 0 ? remark : null };
    }),
  ];
}

function workPrefix({ kind }: DemoJob, random: Random): string {
  if (kind === "installation") return "MONT";
  if (kind === "inspection") return "ENGIN";
  return kind === "fault" && random.chance(0.15) ? "AVOND" : "SERV";
}
