import { describe, expect, it } from "vitest";
import { defaultDataOptions } from "@/e2e/sandbox/cash/data/options";
import { locales } from "@/lib/i18n/locales";
import { readDemoCatalogue } from "./demo-catalogue";
import { makeDemoOrders } from "./make-demo-orders";

const catalogue = readDemoCatalogue(defaultDataOptions);
const today = "2026-11-21";
const plan = { seed: 2026, count: 300, locale: "nl", today, catalogue } as const;
const orders = makeDemoOrders(plan);

describe("the work orders of the demonstration", () => {
  it("are the same every time, and others on another day, for another account", () => {
    expect(makeDemoOrders(plan)).toEqual(orders);
    expect(makeDemoOrders({ ...plan, seed: 2027 })).not.toEqual(orders);
    expect(makeDemoOrders({ ...plan, today: "2026-11-22" })).not.toEqual(orders);
  });

  it("stand in every state, most of them billed long ago", () => {
    const count = (wanted: string) => orders.filter(({ status, purpose }) => `${status} ${purpose}` === wanted).length;
    expect(["ready send", "retrieved send", "complete send", "complete hold", "handled send", "handled hold"].map(count)).toEqual([40, 20, 50, 20, 150, 20]);
  });

  it.each(["2026-11-21", "2026-11-22", "2026-11-23", "2028-02-29"])("happened before %s where they are done, on working days", (day) => {
    for (const { input, status, createdAt, completedAt } of makeDemoOrders({ ...plan, today: day })) {
      const done = status === "complete" || status === "handled";
      expect(completedAt !== null).toBe(done);
      expect(createdAt.toISOString() < `${day}T00`).toBe(true);
      if (completedAt) expect(createdAt < completedAt && completedAt.toISOString() < `${day}T00`).toBe(true);
      for (const date of [input.workDate, ...input.lines.flatMap((line) => (line.type === "period" ? [line.date] : []))]) expect([0, 6]).not.toContain(new Date(date).getUTCDay());
    }
  });

  it("name what the first import brings in, but for the flaws that are there to be seen", () => {
    const lines = orders.flatMap(({ input }) => input.lines);
    const unknown = (codes: readonly (string | null)[], known: readonly { code: string }[]) => [...new Set(codes.filter((code) => code !== null && !known.some((one) => one.code === code)))];
    expect(unknown(lines.flatMap((line) => (line.type === "material" ? [line.code] : [])), catalogue.materials)).toEqual(["MAATWERK-01"]);
    expect(unknown(lines.flatMap((line) => (line.type === "period" ? [line.hourTypeCode] : [])), catalogue.hourTypes)).toEqual(["SPOED"]);
    expect(unknown(lines.flatMap((line) => (line.type === "period" ? [line.employeeCode] : [])), catalogue.employees)).toEqual([]);
    expect(unknown(lines.flatMap((line) => (line.type === "material" ? [line.warehouseCode] : [])), catalogue.warehouses)).toEqual([]);
    const strangers = orders.filter(({ input }) => !catalogue.customers.some(({ debtorNumber }) => debtorNumber === input.customer.debtorNumber));
    expect(strangers.map(({ input }) => input.customer.name).sort()).toEqual(["Bouwcombinatie Waterland", "Fietsenmakerij De Ketting"]);
    expect(orders.filter(({ input, status }) => status === "complete" && input.lines.length === 0)).toHaveLength(1);
    expect(lines.filter((line) => line.type === "material" && line.quantity === "0")).toHaveLength(1);
  });

  it.each(locales)("are written in %s where the account speaks it", (locale) => {
    const texts = new Set(makeDemoOrders({ ...plan, locale }).map(({ input }) => input.shortDescription));
    const others = locales.filter((one) => one !== locale).flatMap((one) => makeDemoOrders({ ...plan, locale: one }).map(({ input }) => input.shortDescription));
    expect(texts.size).toBeGreaterThan(12);
    for (const text of texts) expect(others).not.toContain(text);
  });

  it("can be made beside a sandbox that holds nothing", () => {
    const empty = readDemoCatalogue({ ...defaultDataOptions, relations: 0, articles: 0, warehouses: 0, employees: 0 });
    expect(makeDemoOrders({ ...plan, catalogue: empty })).toHaveLength(300);
  });
});
