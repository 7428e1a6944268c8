import { describe, expect, it } from "vitest";
import { RunsTable } from "@/components/runs/runs-table";
import { exampleImport, exampleRun } from "@/components/runs/testing/example-run";
import { render } from "@/e2e/support/render";
import { locales, type Locale } from "@/lib/i18n/locales";
import type { RunRow } from "@/lib/runs/list-runs";

const { imports: _imports, budget: _budget, ...head } = exampleRun;
const { kind: _kind, state: _state, pages: _pages, totalPages: _totalPages, guard: _guard, error: _error, ...counters } = exampleImport;
const row: RunRow = { ...head, counters };
const table = (own: Partial<RunRow>, locale?: Locale) => render(<RunsTable runs={[{ ...row, ...own }]} vendorNames={{ cash: "Cash" }} />, { locale });

describe("the history of syncs", () => {
  it("says of each when, how, what it came to and how long it took, and leads to it", async () => {
    const { text, links } = await table({ requestedBy: "Femke Bakker", trigger: "manual" });
    expect(text).toContain("20 Nov 2026, 09:30 Manual sync Cash · by Femke Bakker Succeeded 5,000 read");
    expect(text).toContain("1 min 5 s");
    expect(new Set(links.map(({ href }) => href))).toEqual(new Set([`/runs/${row.id}`]));
  });

  it("says why one failed that read nothing, and what another brought that did", async () => {
    const failed = { state: "failed", error: { code: "credentials_refused", params: {} } } as const satisfies Partial<RunRow>;
    expect((await table({ ...failed, counters: { ...counters, read: 0 } })).html).toContain('<span lang="nl">Gegevens API gebruiker niet geldig</span>');
    expect((await table({ ...failed, error: { code: "vendor_slow", params: {} } })).text).toContain("5,000 read");
  });

  it("takes no time that it has not taken yet", async () => {
    expect((await table({ state: "running", finishedAt: null })).text).not.toMatch(/\d s\b/);
  });

  it("shows a vendor that is no longer there by its id", async () => {
    expect((await table({ vendor: "gone" })).text).toContain("gone");
  });

  it.each(locales)("has every word in %s", async (locale) => {
    for (const trigger of ["automatic", "nightly", "manual"] as const) expect((await table({ trigger, requestedBy: "Femke" }, locale)).text).toContain("Femke");
  });
});
