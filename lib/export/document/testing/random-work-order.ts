import { Random } from "@/e2e/sandbox/core/generator/random";
import type { DocumentCatalogue } from "../document-catalogue";
import type { ExportableMaterial, ExportablePeriod, ExportableWorkOrder } from "../exportable-work-order";
import { exampleCatalogue, exampleWorkOrder } from "./example-work-order";

const rates = ["0", "9", "9.00", "21", "21.00", "5.5", null] as const;

/** Decimal text of up to these digits before and after the point, often with zeros where nobody would write them. */
function decimal(random: Random, whole: number, places: number): string {
  const digits = random.between(0, places);
  const fraction = digits === 0 ? "" : `.${String(random.below(10 ** digits)).padStart(digits, "0")}`;
  return `${random.chance(0.3) ? "-" : ""}${String(random.below(10 ** random.between(1, whole)))}${fraction}`;
}

function material(random: Random, position: number): ExportableMaterial {
  return {
    position, code: `M${String(random.below(6))}`, name: "", quantity: decimal(random, 6, 4), unit: null, price: random.chance(0.3) ? null : decimal(random, 5, 4),
    discount: random.chance(0.5) ? "0" : decimal(random, 2, 4), vatRate: random.pick(rates), warehouseCode: null,
  };
}

function period(random: Random, position: number): ExportablePeriod {
  return { position, date: "2026-11-20", totalMinutes: random.between(0, 1_440), hourTypeCode: `H${String(random.below(6))}`, remark: null };
}

/** Awkward figures: the same seed gives the same work order. */
export function randomWorkOrder(seed: number): { workOrder: ExportableWorkOrder; catalogue: DocumentCatalogue } {
  const random = new Random(seed);
  const count = random.between(0, 12);
  const positions = Array.from({ length: count }, (_, index) => ({ position: index + 1, order: random.next() })).toSorted((one, other) => one.order - other.order);
  const materials: ExportableMaterial[] = [];
  const periods: ExportablePeriod[] = [];
  for (const { position } of positions) {
    if (random.chance(0.5)) materials.push(material(random, position));
    else periods.push(period(random, position));
  }
  const known = (code: string) => [code, { name: code, unit: null, price: random.chance(0.2) ? null : decimal(random, 4, 4), vatRate: random.pick(rates) }] as const;
  return {
    workOrder: { ...exampleWorkOrder, materials, periods },
    catalogue: {
      ...exampleCatalogue,
      materials: new Map(["M0", "M1", "M2", "M3"].map(known)),
      hourTypes: new Map(["H0", "H1", "H2", "H3"].map((code) => [code, { ...known(code)[1], isBillable: random.chance(0.7) }])),
    },
  };
}
