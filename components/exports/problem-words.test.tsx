import { describe, expect, it } from "vitest";
import { useProblemSentence } from "@/components/exports/use-problem-sentence";
import { render } from "@/e2e/support/render";
import { exportProblemCodes, exportWarningCodes, type ExportProblem, type ExportWarning } from "@/lib/connectors/export-problems";
import { locales } from "@/lib/i18n/locales";

/** Everything any problem or warning names. */
const params = {
  workOrder: "2026.1234", vendor: "Cash", relation: "10023", name: "Bakker", field: "quantity", value: "x", address: "3", material: "4711", hourType: "MONT", code: "4711", warehouse: "BUS", record: "orderLine", message: "Nee",
  number: "V1", count: 2, length: 30, text: "abc", characters: "👍", rounded: "1",
};

function Words({ problem, warning }: { problem?: ExportProblem; warning?: ExportWarning }) {
  const sentences = useProblemSentence();
  const said = problem ? sentences.problem(problem) : null;
  return [said?.message, said?.remedy, warning ? sentences.warning(warning) : null].filter(Boolean).join(" ");
}

describe.each(locales)("in %s", (locale) => {
  it.each(exportProblemCodes)("the problem %s has a sentence and a remedy", async (code) => {
    const { text } = await render(<Words problem={{ code, params }} />, { locale });
    expect(text).not.toMatch(/[{}]|undefined/);
    expect(text.split(" ").length).toBeGreaterThan(8);
  });

  it.each(exportWarningCodes)("the warning %s has a sentence", async (code) => {
    expect((await render(<Words warning={{ code, params }} />, { locale })).text).not.toMatch(/[{}]|undefined/);
  });
});

describe("a field that a problem names", () => {
  it("is said in the reader's language where there is a word for it", async () => {
    expect((await render(<Words problem={{ code: "valueOutOfRange", params }} />, { locale: "nl" })).text).toContain("Aantal");
  });

  it("is said as the vendor calls it where there is none", async () => {
    expect((await render(<Words problem={{ code: "valueRefused", params: { ...params, field: "F1234", record: "R9999" } }} />)).text).toContain("Cash refuses F1234 “x” of R9999 on work order 2026.1234");
  });
});
