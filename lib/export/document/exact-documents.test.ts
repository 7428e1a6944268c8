import { describe, expect, it } from "vitest";
import type { ExportOptions } from "@/lib/connectors/export-settings";
import { hourRoundings, lineSequences } from "@/lib/connectors/export-settings";
import type { SalesLine } from "@/lib/connectors/sales-document";
import { buildDocument } from "@/lib/export/document/build-document";
import type { DocumentCatalogue } from "@/lib/export/document/document-catalogue";
import type { ExportableWorkOrder } from "@/lib/export/document/exportable-work-order";
import { exampleOptions, exampleTarget } from "@/lib/export/document/testing/example-work-order";
import { randomWorkOrder } from "@/lib/export/document/testing/random-work-order";

/**
 * The same figures calculated once more, another way: whole numbers of ten-thousandths, without a decimal library and without anything of
 * the code under test.
 */
const scaled = (text: string, places: number): bigint => {
  const [, sign, whole = "", fraction = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  return BigInt(`${sign === "-" ? "-" : ""}${whole}${fraction.padEnd(places, "0").slice(0, places)}`);
};
const divide = (value: bigint, by: bigint): bigint => (value < 0n ? -divide(-value, by) : (value * 2n + by) / (by * 2n));
const euros = (cents: bigint): string => `${cents < 0n ? "-" : ""}${String((cents < 0n ? -cents : cents) / 100n)}.${String((cents < 0n ? -cents : cents) % 100n).padStart(2, "0")}`;

type Figures = { position: number; type: "material" | "hours"; cents: bigint | null; hundredths: bigint; rate: bigint | null };

function figuresOf(workOrder: ExportableWorkOrder, catalogue: DocumentCatalogue, step: number): Figures[] {
  const rateOf = (rate: string | null | undefined) => (rate == null ? null : scaled(rate, 2));
  const materials = workOrder.materials.map((material): Figures => {
    const known = catalogue.materials.get(material.code);
    const price = material.price ?? known?.price ?? null;
    const product = price === null ? null : scaled(material.quantity, 4) * scaled(price, 4) * (1_000_000n - scaled(material.discount, 4));
    return { position: material.position, type: "material", cents: product === null ? null : divide(product, 10n ** 12n), hundredths: 0n, rate: rateOf(material.vatRate ?? known?.vatRate) };
  });
  const hours = workOrder.periods.filter((period) => catalogue.hourTypes.get(period.hourTypeCode)?.isBillable !== false).map((period): Figures => {
    const known = catalogue.hourTypes.get(period.hourTypeCode);
    const minutes = step === 0 ? period.totalMinutes : period.totalMinutes + ((step - (period.totalMinutes % step)) % step);
    const hundredths = divide(BigInt(minutes) * 100n, 60n);
    const price = known?.price ?? null;
    return { position: period.position, type: "hours", cents: price === null ? null : divide(hundredths * scaled(price, 4), 10_000n), hundredths, rate: rateOf(known?.vatRate) };
  });
  return [...materials, ...hours];
}

function expectedTotals(figures: readonly Figures[]) {
  const centsOf = (some: readonly Figures[]) => some.reduce((sum, { cents }) => sum + (cents ?? 0n), 0n);
  const rates = new Set(figures.filter(({ cents }) => cents !== null).map(({ rate }) => rate));
  const vat = [...rates].toSorted((one, other) => (one === null ? 1 : other === null ? -1 : Number(one - other))).map((rate) => {
    const base = centsOf(figures.filter((one) => one.rate === rate));
    return { rate, base, amount: rate === null ? 0n : divide(base * rate, 10_000n) };
  });
  const net = centsOf(figures);
  return {
    materials: euros(centsOf(figures.filter(({ type }) => type === "material"))),
    hours: euros(centsOf(figures.filter(({ type }) => type === "hours"))),
    net: euros(net),
    vat: vat.map(({ rate, base, amount }) => ({ rate, base: euros(base), amount: euros(amount) })),
    gross: euros(vat.reduce((sum, { amount }) => sum + amount, net)),
    billedHours: euros(figures.reduce((sum, { hundredths }) => sum + hundredths, 0n)),
  };
}

/** As the settings would have it; chosen by the number of the example, so that every combination occurs. */
const optionsFor = (seed: number): ExportOptions => {
  const roundingMinutes = ([0, 5, 15, 30] as const)[seed % hourRoundings.length] ?? 0;
  return { ...exampleOptions, roundingMinutes, lineSequence: lineSequences[seed % lineSequences.length] ?? "asEntered" };
};

describe("three thousand work orders with awkward figures", () => {
  const examples = Array.from({ length: 3_000 }, (_, seed) => {
    const { workOrder, catalogue } = randomWorkOrder(seed);
    const options = optionsFor(seed);
    return { seed, workOrder, catalogue, options, ...buildDocument(workOrder, options, catalogue, exampleTarget) };
  });
  const priced = (lines: readonly SalesLine[]) => lines.filter((line) => line.type !== "text");

  it("come to the cent to what whole numbers say", () => {
    for (const { seed, workOrder, catalogue, options, document } of examples) {
      const { vat, ...totals } = document.totals;
      const scaledVat = vat.map((group) => ({ ...group, rate: group.rate === null ? null : scaled(group.rate, 2) }));
      expect({ seed, ...totals, vat: scaledVat }).toEqual({ seed, ...expectedTotals(figuresOf(workOrder, catalogue, options.roundingMinutes)) });
    }
  });

  it("have every line at its own amount", () => {
    for (const { seed, workOrder, catalogue, options, document } of examples) {
      const amounts = figuresOf(workOrder, catalogue, options.roundingMinutes).map(({ position, cents }) => [position, cents === null ? null : euros(cents)] as const);
      expect([seed, new Map(priced(document.lines).map((line) => [line.position, line.net]))]).toEqual([seed, new Map(amounts)]);
    }
  });

  it("bill or leave out every line exactly once", () => {
    for (const { seed, workOrder, document } of examples) {
      const positions = [...priced(document.lines), ...document.leftOut].map(({ position }) => position).toSorted((one, other) => one - other);
      expect([seed, ...positions]).toEqual([seed, ...[...workOrder.materials, ...workOrder.periods].map((_, index) => index + 1)]);
    }
  });

  it("keep the order of entry within materials and hours in every sequence", () => {
    for (const { seed, options, document } of examples) {
      const types = priced(document.lines).map((line) => line.type);
      const ascending = (positions: readonly number[]) => positions.every((position, index) => index === 0 || position > (positions[index - 1] ?? 0));
      for (const type of ["material", "hours"] as const) expect([seed, ascending(priced(document.lines).filter((line) => line.type === type).map(({ position }) => position))]).toEqual([seed, true]);
      if (options.lineSequence === "asEntered") expect([seed, ascending(priced(document.lines).map(({ position }) => position))]).toEqual([seed, true]);
      if (options.lineSequence === "materialsFirst") expect([seed, types.indexOf("hours") === -1 || types.lastIndexOf("material") < types.indexOf("hours")]).toEqual([seed, true]);
      if (options.lineSequence === "hoursFirst") expect([seed, types.indexOf("material") === -1 || types.lastIndexOf("hours") < types.indexOf("material")]).toEqual([seed, true]);
    }
  });

  it("are the same when they are made again", () => {
    for (const { seed, workOrder, catalogue, options, document } of examples.slice(0, 200)) {
      const again = buildDocument(structuredClone(workOrder), options, catalogue, exampleTarget).document;
      expect([seed, again]).toEqual([seed, document]);
    }
  });

  it("are awkward indeed", () => {
    const documents = examples.map(({ document }) => document);
    expect(documents.filter(({ totals }) => totals.net.startsWith("-")).length).toBeGreaterThan(500);
    expect(documents.filter(({ totals }) => totals.vat.length > 2).length).toBeGreaterThan(500);
    expect(documents.filter(({ leftOut }) => leftOut.length > 0).length).toBeGreaterThan(500);
    expect(new Set(examples.flatMap(({ problems }) => problems.map(({ code }) => code)))).toEqual(new Set(["noLines", "nothingBillable", "materialQuantityZero", "periodWithoutTime"]));
  });
});
