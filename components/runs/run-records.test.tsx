import { describe, expect, it } from "vitest";
import { RunRecords } from "@/components/runs/run-records";
import { render } from "@/e2e/support/render";
import { locales, type Locale } from "@/lib/i18n/locales";
import type { RunRecord, RunRecords as Records } from "@/lib/runs/list-run-records";

const record = (key: string, more: Partial<RunRecord> = {}): RunRecord => ({ key, id: null, name: null, rejection: null, isListed: false, ...more });
const list = (found: Partial<Records>, locale: Locale = "en") => render(<RunRecords found={{ kind: "relations", counter: "created", total: 2, missing: "none", records: [], ...found }} />, { locale });

describe("the records behind a counter of a sync", () => {
  it("lead to where they stand; what is not here any more is said", async () => {
    const { text, links } = await list({ records: [record("10001", { id: "abc", name: "Van Leeuwen" }), record("10002")] });
    expect(text).toBe("Number Name 10001 Van Leeuwen 10002 not here");
    expect(links).toEqual([{ words: "10001", href: "/relations/abc" }]);
  });

  it("that were turned down have their reason, and lead on to what is not imported now", async () => {
    const rejection = { key: "7", label: "Odd", reason: "invalidValue", field: "paymentTerm", value: "x" };
    const { text, links } = await list({
      counter: "failed", total: 900, missing: "first",
      records: [record("7", { name: "Odd", rejection, isListed: true }), record("8", { name: "Mended", id: "abc", rejection: { ...rejection, reason: "missingCity", value: null } })],
    });
    expect(text).toContain("Payment term (days): “x”");
    expect(text).toContain("The city is missing");
    expect(text).toContain("The first 2 of 900 are kept with a sync.");
    expect(links).toEqual([
      { words: "7", href: "/relations?tab=not-imported&search=7" }, { words: "8", href: "/relations/abc" }, { words: "Everything that is not imported now", href: "/relations?tab=not-imported" },
    ]);
  });

  it.each(locales)("say in %s why they are fewer", async (locale) => {
    const said = await Promise.all((["first", "changed"] as const).map(async (missing) => (await list({ total: 4_000, missing, records: [record("1")] }, locale)).text));
    expect(new Set(said).size).toBe(2);
  });
});
