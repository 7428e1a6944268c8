import { describe, expect, it } from "vitest";
import { EntryDetail } from "@/components/log/entry-detail";
import { LogActionsProvider } from "@/components/log/log-actions";
import { render } from "@/e2e/support/render";
import { locales, type Locale } from "@/lib/i18n/locales";
import type { LogEntryDetail } from "@/lib/log/read-entry";
import { readDetail, type LoggedExchange } from "@/lib/log/stored-detail";

const exchange: LoggedExchange = {
  operation: "Export 0101", method: "POST", address: "https://cash.example/?api", status: 200, startedAt: "2026-11-20T08:30:00.000Z", duration: 1_240, requestSize: 900, answerSize: 2_048,
  request: "<token>•••</token>", answer: "<cash/>", outcome: "answered",
};
const entry: LogEntryDetail = {
  id: "00000000-0000-4000-8000-000000000002", at: "2026-11-20T08:30:00.000Z", level: "success", operation: "connection.paused", messageKey: "connection.paused", params: { person: "Femke Bakker", vendor: "Cash" },
  kind: null, recordKey: null, runId: null, remedy: null, vendor: "cash", record: null, workOrder: null, messages: [], touched: [], issueId: null,
  detail: readDetail({}),
};

const open = async (own: Partial<LogEntryDetail>, detail: Partial<LogEntryDetail["detail"]> = {}, locale: Locale = "en", isAdministrator = true) => {
  const whole = { ...entry, ...own, detail: { ...entry.detail, ...detail } };
  return render(<LogActionsProvider processAgain={null} isAdministrator={isAdministrator}><EntryDetail entry={whole} /></LogActionsProvider>, { locale, fetched: [[["log-entry", whole.id, whole.messageKey], whole]] });
};

describe("an open entry of the log", () => {
  it("says that it is loading until it is there", async () => {
    const { text, html } = await render(<EntryDetail entry={entry} />);
    expect(text).toBe("Loading the details");
    expect(html).toContain('aria-busy="true"');
  });

  it("says when and by whom, and nothing of what it has not", async () => {
    const { text, links } = await open({});
    expect(text).toBe("When 20 Nov 2026, 09:30 By Femke Bakker");
    expect(links).toEqual([]);
  });

  it("gives the reason and what to do next, with the way there", async () => {
    const { text, links } = await open({ level: "error" }, { error: { code: "vendor_unreachable", params: { vendor: "Cash" } } });
    expect(text).toContain("Reason Cash cannot be reached. What to do next Nothing is lost.");
    expect(links).toEqual([{ words: "Open settings", href: "/settings/integrations/cash" }]);
  });

  it("leads to the issue that it is part of", async () => {
    const { links } = await open({ level: "error", issueId: "00000000-0000-4000-8000-000000000009" });
    expect(links).toEqual([{ words: "Open issue", href: "/issues/00000000-0000-4000-8000-000000000009" }]);
  });

  it("leads to the licences where one is missing, and not to settings that would not help", async () => {
    expect((await open({ level: "error" }, { error: { code: "no_licence", params: {} } })).links).toEqual([{ words: "Open License manager", href: "/settings/licences#cash" }]);
  });

  it("leads nobody to settings that are closed to them", async () => {
    for (const code of ["no_licence", "credentials_refused"] as const) {
      const { links } = await open({ level: "error", issueId: "00000000-0000-4000-8000-000000000009" }, { error: { code, params: {} } }, "en", false);
      expect(links).toEqual([{ words: "Open issue", href: "/issues/00000000-0000-4000-8000-000000000009" }]);
    }
  });

  it("keeps the sentence about the API user Dutch in every language, and marks it", async () => {
    for (const locale of locales) {
      const { html } = await open({ level: "error" }, { error: { code: "credentials_refused", params: {} } }, locale);
      expect(html).toContain('<span lang="nl">Gegevens API gebruiker niet geldig</span>');
    }
  });

  it("leads to the record it is about, or to the list of those that did not come in", async () => {
    const record = { kind: "relations", key: "010417" } as const;
    const here = await open({ record: { ...record, here: { id: "abc", name: "Bakkerij Van Leeuwen" } } });
    expect(here.text).toContain("Record Relation 010417, Bakkerij Van Leeuwen");
    expect(here.links.map(({ href }) => href)).toEqual(["/relations/abc", "/relations/abc"]);
    const missing = await open({ record: { ...record, here: null } });
    expect(missing.links.map(({ href }) => href)).toEqual(["/relations?tab=not-imported&search=010417", "/relations?tab=not-imported&search=010417"]);
  });

  it("shows what was changed, from what to what", async () => {
    const { text } = await open({}, { changes: [{ field: "administration", before: null, after: "001 Bakker B.V." }, { field: "import", kind: "materials", before: false, after: true }] });
    expect(text).toMatch(/Administration: .+ → 001 Bakker B\.V\./);
    expect(text).toContain("Materials: off → on");
  });

  it("shows what a sync did: counters, first records, and what happened below it", async () => {
    const counted = { kind: "relations", read: 20, created: 2, changed: 1, unchanged: 17, skipped: 0, deactivated: 0, failed: 0 } as const;
    const below = { ...entry, id: "b", operation: "record.skipped", messageKey: "gone.long.ago" };
    const read = { ...entry, id: "r", operation: "import.read", messageKey: "import.finished" };
    const touched = [
      { kind: "relations" as const, counter: "created" as const, total: 32, records: [{ key: "010417", id: "abc", name: "Van Leeuwen" }, { key: "010418", id: null, name: null }] },
      { kind: "relations" as const, counter: "failed" as const, total: 1, records: [{ key: "4711", id: null, name: null }] },
    ];
    const { text, links } = await open({ runId: "run-1", messages: [read, below], touched }, { imports: [counted], attempt: 2 });
    expect(text).toMatch(/Relations: 20 read\W+2 created\W+1 changed/);
    expect(text).toContain("Relations, Created: 010417, 010418 and 30 more");
    expect(text).toContain("Relations, Failed: 4711");
    expect(text).toContain("Try 2");
    expect(links.map(({ href }) => href)).toEqual(["/relations/abc", "/runs/run-1/records?kind=relations&counter=created", "/relations?tab=not-imported&search=4711", "/runs/run-1"]);
    // A sentence that is gone is shown by the name of what was done; what stands above in numbers is not repeated.
    expect(text).toContain("record.skipped");
    expect(text).not.toContain("import.read");
  });

  it("about an export says what is wrong as the work order's page does, and leads to the work order", async () => {
    const params = { workOrder: "2026.1234", vendor: "Cash" };
    const problems = [{ code: "noLines" as const, params }, { code: "valueRefused" as const, params: { ...params, record: "orderLine", field: "quantity", value: "x" } }];
    const { text, links } = await open({ workOrder: { id: "w", number: "2026.1234" }, messageKey: "exports.problem.noLines.message", remedy: "exports.problem.noLines.remedy", params }, { problems });
    expect(links[0]).toEqual({ words: "2026.1234", href: "/work-orders/w" });
    expect(text).toContain("No materials or work periods on work order 2026.1234");
    expect(text).toContain("Cash refuses Quantity “x” of order line on work order 2026.1234");
    expect(text).toContain("What to do next Add what is to be billed.");
  });

  it("shows what was sent and what came back, word for word", async () => {
    const { text } = await open({}, { exchanges: [exchange, { ...exchange, status: null, outcome: "failed", answer: "" }] });
    expect(text).toContain("POST https://cash.example/?api <token>•••</token>");
    expect(text).toContain("HTTP 200 <cash/>");
    expect(text).toContain("no usable answer");
    expect(text).toContain("Nothing came back.");
    expect(text).toContain("1,240 ms");
    expect(text).toContain("Secrets are masked");
  });
});

describe.each(locales)("in %s", (locale) => {
  it("it has every word", async () => {
    const { text } = await open(
      { level: "error", runId: "run-1", kind: "relations", recordKey: "1", record: { kind: "relations", key: "1", here: null }, messages: [entry] },
      { error: { code: "missing_rights", params: { vendor: "Cash" } }, exchanges: [exchange], changes: [{ field: "import", kind: "employees", before: true, after: false }], imports: [] },
      locale,
    );
    expect(text).toContain("Cash");
  });
});
