import { describe, expect, it } from "vitest";
import { FilePreviewCard } from "@/components/work-order-import/file-preview";
import { FileProblemNotice } from "@/components/work-order-import/file-problem-notice";
import { ImportOutcome, ImportProgress } from "@/components/work-order-import/import-outcome";
import { ImportWorkOrders } from "@/components/work-order-import/import-work-orders";
import { WrongCells } from "@/components/work-order-import/wrong-cells";
import { render } from "@/e2e/support/render";
import { locales, type Locale } from "@/lib/i18n/locales";
import type { FilePreview } from "@/lib/intake/preview-file";
import type { FileProblem } from "@/lib/intake/read-file";

const never = () => Promise.resolve({});
const ignore = () => undefined;
const cell = { row: 4, column: "WorkDate", value: "31-02-2026", number: "W-3", code: "date" as const, params: {} };
const preview: FilePreview = {
  rows: 5, counts: { created: 1, updated: 1, unchanged: 1, wrong: 1 }, wrong: [cell], wrongCells: 1,
  orders: [{ number: "W-1", row: 2, customer: "Bakkerij De Korenaar", workDate: "2026-11-19", lines: 2, result: "created" }, { number: "W-2", row: 3, customer: "10023", workDate: "2026-11-20", lines: 1, result: "unchanged" }],
};
const show = (own: Partial<FilePreview>, locale?: Locale) => render(<FilePreviewCard name="week 47.csv" preview={{ ...preview, ...own }} onImport={ignore} onOther={ignore} />, { locale });

describe("the import of a file", () => {
  it("begins with choosing one, or taking the template", async () => {
    const { text, links } = await render(<ImportWorkOrders actions={{ preview: never, importPortion: never, wrongRows: never }} />);
    expect(text).toContain("Choose a file");
    expect(links.map(({ href }) => href)).toEqual(["/work-orders/import/template"]);
  });

  it("shows what would happen to each work order before anything is stored", async () => {
    const { text, buttons } = await show({});
    expect(text).toContain("4 work orders in 5 rows. Nothing is stored yet.");
    expect(text).toContain("W-1 2 Bakkerij De Korenaar 19 Nov 2026 2 New");
    expect(text).toContain("W-2 3 10023 20 Nov 2026 1 Unchanged");
    expect(text).toContain("and 1 more");
    expect(buttons).toEqual(["Another file", "Import 2 work orders"]);
  });

  it("imports nothing when there is nothing to change", async () => {
    const { text, buttons } = await show({ counts: { created: 0, updated: 0, unchanged: 2, wrong: 1 } });
    expect(text).toContain("There is nothing to import");
    expect(buttons).toEqual(["Another file"]);
  });

  it("names every wrong cell with its row and what is in it", async () => {
    const file = new File([], "week 47.csv");
    const { text } = await render(<WrongCells file={file} wrongOrders={2} cells={[cell, { ...cell, row: 5, value: "", code: "required" }]} total={300} wrongRows={never} />);
    expect(text).toContain("4 W-3 WorkDate 31-02-2026 This must be a day such as 2026-11-20 or 20-11-2026.");
    expect(text).toContain("5 W-3 WorkDate empty This field is required.");
    expect(text).toContain("The first 2 of 300 wrong cells.");
  });

  it("says how far it is, and what it did", async () => {
    const soFar = { done: 250, total: 1_000, counts: { created: 200, updated: 50, unchanged: 0, wrong: 0 }, refused: [] };
    expect((await render(<ImportProgress soFar={soFar} />)).text).toContain("250 of 1,000 work orders");
    const { text, links } = await render(<ImportOutcome name="week 47.csv" soFar={{ ...soFar, counts: preview.counts }} preview={preview} onOther={ignore} />);
    expect(text).toMatch(/New 1 Changed 1 Unchanged 1 Wrong 1/);
    expect(text).not.toContain("Not imported");
    expect(links).toEqual([{ words: "Open the work orders", href: "/work-orders" }]);
  });

  it("says what was refused although the preview was content with it", async () => {
    const soFar = { done: 3, total: 3, counts: { created: 1, updated: 0, unchanged: 1, wrong: 1 }, refused: [cell, { ...cell, row: 9, number: "W-9", code: "exported" as const }] };
    const { text } = await render(<ImportOutcome name="week 47.csv" soFar={soFar} preview={preview} onOther={ignore} />);
    expect(text).toContain("Not imported");
    expect(text).toContain("9 W-9 WorkDate 31-02-2026 This work order was exported");
    expect(text).not.toContain("4 W-3");
  });
});

describe.each(locales)("in %s", (locale) => {
  const problems: FileProblem[] = [
    { code: "empty" }, { code: "quotes", row: 3 }, { code: "tooManyRows", rows: 6_000, max: 5_000 }, { code: "unknownColumns", columns: ["Foo", "Bar"] }, { code: "repeatedColumns", columns: ["Foo"] }, { code: "missingColumns", columns: ["WorkorderNo"] },
    { code: "tooLarge" }, { code: "workbook" }, { code: "binary" },
  ];

  it.each(problems.map((problem) => [problem.code, problem] as const))("a file that cannot be read has its sentence and remedy: %s", async (_code, problem) => {
    const { text } = await render(<FileProblemNotice problem={problem} />, { locale });
    expect(text.split(" ").length).toBeGreaterThan(6);
    expect(text).not.toMatch(/[{}]/);
  });

  it("the preview has every word", async () => {
    expect((await show({}, locale)).text).toContain("W-1");
  });
});
