import { describe, expect, it } from "vitest";
import { WorkStatusTable } from "@/components/work-statuses/work-status-table";
import { render } from "@/e2e/support/render";
import { locales, type Locale } from "@/lib/i18n/locales";
import type { WorkStatusRow } from "@/lib/work-statuses/describe-work-statuses";

const never = () => Promise.resolve({});
const rows: WorkStatusRow[] = [
  { id: "hold", code: 0, name: "Niet naar Cash", points: [{ use: "hold", vendor: "Cash" }], workOrders: 12, isRemovable: false },
  { id: "send", code: 1, name: "Naar Cash", points: [{ use: "send", vendor: "Cash" }], workOrders: 1, isRemovable: false },
  { id: "own", code: 5, name: "Wacht op onderdelen", points: [], workOrders: 0, isRemovable: true },
  { id: "error", code: 99, name: "Error", points: [{ use: "error", vendor: "" }, { use: "statusAfter", vendor: "Cash" }], workOrders: 0, isRemovable: false },
];
const table = (locale?: Locale) => render(<WorkStatusTable rows={rows} actions={{ move: never, rename: never, remove: never }} />, { locale });

describe("the work statuses", () => {
  it("stand there with their code, name and what they are for", async () => {
    const { text } = await table();
    expect(text).toContain("0 Niet naar Cash Stays out of Cash");
    expect(text).toContain("1 Naar Cash Goes to Cash once it is complete");
    expect(text).toContain("5 Wacht op onderdelen Your own none");
    expect(text).toContain("99 Error Set when an export is refused Set after the export to Cash");
  });

  it("lead to the work orders that carry them", async () => {
    expect((await table()).links).toEqual([
      { words: "Show 12 work orders with 0 – Niet naar Cash", href: "/work-orders?workStatus=hold" },
      { words: "Show 1 work order with 1 – Naar Cash", href: "/work-orders?workStatus=send" },
    ]);
  });

  it("are moved one place at a time, not beyond the ends, each button saying which one it moves", async () => {
    const { buttons } = await table();
    expect(buttons.filter((name) => name.startsWith("Move"))).toEqual([
      "Move 0 – Niet naar Cash up (disabled)", "Move 0 – Niet naar Cash down", "Move 1 – Naar Cash up", "Move 1 – Naar Cash down",
      "Move 5 – Wacht op onderdelen up", "Move 5 – Wacht op onderdelen down", "Move 99 – Error up", "Move 99 – Error down (disabled)",
    ]);
  });

  it.each(locales)("have every word in %s", async (locale) => {
    expect((await table(locale)).buttons.every((name) => /Cash|onderdelen|Error/.test(name))).toBe(true);
  });
});
