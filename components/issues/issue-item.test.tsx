import { describe, expect, it } from "vitest";
import { IssueItem } from "@/components/issues/issue-item";
import { OpenIssues } from "@/components/issues/open-issues";
import { exampleActions, exampleIssue } from "@/components/issues/testing/example-issue";
import { render } from "@/e2e/support/render";
import type { Role } from "@/lib/auth/roles";
import { locales, type Locale } from "@/lib/i18n/locales";
import { issueCauses } from "@/lib/issues/causes";
import type { IssueRecord } from "@/lib/issues/issue-record";
import type { IssueRow } from "@/lib/issues/stored-issue";

const item = (own: Partial<IssueRow>, { role = "administrator", locale, canMute = true }: { role?: Role; locale?: Locale; canMute?: boolean } = {}) =>
  render(<IssueItem issue={{ ...exampleIssue, ...own }} vendorName="Cash" role={role} actions={canMute ? exampleActions : null} />, { locale });
const workOrder = (number: string, material: string): IssueRecord => ({
  type: "workOrder", id: `id-${number}`, number, document: null, problem: { code: "materialNotFound", params: { vendor: "Cash", workOrder: number, material } },
});
/** What the subject of each cause may be. */
const subjects: Partial<Record<IssueRow["cause"], string>> = { credentialsExpired: "missing_rights", syncFailed: "vendor_nonsense", exportsWaiting: "unexpected", documentsUnread: "vendor_error", recordsFailed: "materials", mappingMissing: "hourTypeNotFound", exportRejected: "noLines", followUpFailed: "finish" };

describe("an issue", () => {
  it("says what broke, what to do, since when, how often and when last", async () => {
    const { text } = await item({});
    expect(text).toContain("Cash is not available");
    expect(text).toContain("Cash cannot be reached. Nothing is lost.");
    expect(text).toContain("Since 20 Nov 2026, 09:30 · 3 times · last 20 Nov 2026, 10:00");
  });

  it("of one work order is that work order's own sentence, and its button opens it", async () => {
    const { text, links } = await item({ cause: "mappingMissing", subject: "materialNotFound", records: [workOrder("2026.0001", "4711")], recordCount: 1 });
    expect(text).toContain("Material 4711 on work order 2026.0001 not found in Cash");
    expect(links).toContainEqual({ words: "Open the work order", href: "/work-orders/id-2026.0001" });
  });

  it("of several names each with its sentence, and its button shows the list of them", async () => {
    const { text, links } = await item({ cause: "mappingMissing", subject: "materialNotFound", records: [workOrder("2026.0001", "4711"), workOrder("2026.0002", "4712")], recordCount: 30 });
    expect(text).toContain("2026.0002: Material 4712 on work order 2026.0002 not found in Cash");
    expect(text).toContain("and 28 more");
    expect(links).toContainEqual({ words: "See the work orders", href: "/exports?state=error&integration=cash" });
  });

  it("of several drafts leads to the drafts, and of what only adds to a booking to what the log says of it", async () => {
    const several: Partial<IssueRow> = { cause: "followUpFailed", records: [workOrder("2026.0001", "4711"), workOrder("2026.0002", "4712")], recordCount: 2 };
    expect((await item({ ...several, subject: "finish", severity: "action" })).links).toContainEqual({ words: "See the work orders", href: "/exports?state=notFinished&integration=cash" });
    expect((await item({ ...several, subject: "email", severity: "watch" })).links).toContainEqual({ words: "To the log", href: "/log?integration=cash&direction=out&level=warning" });
  });

  it("leads to the one record that cannot be read, and to the list of several", async () => {
    const failed: Partial<IssueRow> = { cause: "recordsFailed", subject: "materials", params: { vendor: "Cash", count: 1 }, records: [{ type: "record", kind: "materials", key: "A/1", label: "Kraan" }] };
    expect((await item({ ...failed, recordCount: 1 })).links).toContainEqual({ words: "See the records", href: "/materials?tab=not-imported&search=A%2F1" });
    expect((await item({ ...failed, recordCount: 2 })).links).toContainEqual({ words: "See the records", href: "/materials?tab=not-imported" });
  });

  it("leads to the document at the vendor where there is one", async () => {
    const record: IssueRecord = { type: "workOrder", id: "one", number: "2026.0003", document: { number: "R-7", url: "https://vendor.example/7" }, problem: null };
    const { links } = await item({ cause: "followUpFailed", subject: "finish", records: [record], recordCount: 1 });
    expect(links).toContainEqual({ words: "R-7 in Cash", href: "https://vendor.example/7" });
  });

  it("keeps the sentence of a refused login as it is in every language, and says which language that is", async () => {
    for (const locale of locales) {
      expect((await item({ cause: "credentialsExpired", subject: "credentials_refused", params: { vendor: "Cash", code: "credentials_refused" } }, { locale })).html).toMatch(/<p lang="nl"[^>]*>Gegevens API gebruiker niet geldig/);
    }
  });

  it("sends nobody to a page that is not theirs", async () => {
    const lapsed = { cause: "licenceLapsed" } as const;
    expect((await item(lapsed)).links).toContainEqual({ words: "To the License manager", href: "/settings/licences#cash" });
    const { text, links } = await item(lapsed, { role: "planner" });
    expect(text).toContain("An administrator can put this right.");
    expect(links.map(({ href }) => href)).not.toContain("/settings/licences#cash");
  });

  it("promises nobody a decision that is not theirs, but lets them look", async () => {
    const asks = { cause: "guardTripped", params: { vendor: "Cash", run: "one", wouldGo: 25, of: 30, emptied: "no" } } as const;
    expect((await item(asks)).links).toContainEqual({ words: "Look and decide", href: "/runs/one" });
    const { text, links } = await item(asks, { role: "planner" });
    expect(text).toContain("An administrator can put this right.");
    expect(links).toContainEqual({ words: "See the sync", href: "/runs/one" });
  });

  it("can be muted by those who may, and says by whom it is", async () => {
    expect((await item({})).text).toContain("Mute");
    expect((await item({}, { canMute: false })).text).not.toContain("Mute");
    expect((await item({ mute: { at: "2026-11-20T09:00:00.000Z", by: "Femke", endsAt: null } })).text).toContain("Muted by Femke on 20 Nov 2026, 10:00, until it is resolved");
  });

  it("that is resolved asks for nothing", async () => {
    const { text, links } = await item({ state: "resolved", resolvedAt: "2026-11-20T10:00:00.000Z" });
    expect(text).toContain("Resolved");
    expect(text).not.toContain("Mute");
    expect(links.map(({ href }) => href)).toEqual([`/issues/${exampleIssue.id}`, `/issues/${exampleIssue.id}`]);
  });

  it.each(locales)("has every word of every cause in %s", async (locale) => {
    for (const cause of issueCauses) {
      const subject = subjects[cause] ?? "";
      const { text, links } = await item({ cause, subject, params: { vendor: "Cash", ...(subject.includes("_") || subject === "unexpected" ? { code: subject } : {}), minutes: 15, wouldGo: 25, of: 30, emptied: "yes", status: 502 }, recordCount: 2 }, { locale });
      expect(text, cause).not.toMatch(/issues\.|errors\.|exports\.|\{|\}/);
      expect(links.length, cause).toBeGreaterThan(1);
    }
  });
});

describe("above an integration's settings", () => {
  it("each open issue is one line, but what the page has a notice for, and what is muted", async () => {
    const { links } = await render(
      <OpenIssues
        vendorName="Cash"
        issues={[exampleIssue, { ...exampleIssue, id: "two", cause: "licenceLapsed" }, { ...exampleIssue, id: "three", mute: { at: exampleIssue.lastAt, by: "Femke", endsAt: null } }]}
      />,
    );
    expect(links).toEqual([{ words: "Cash is not available", href: `/issues/${exampleIssue.id}` }]);
  });

  it("those of one title say what broke", async () => {
    const refused = (id: string, subject: string): IssueRow => ({ ...exampleIssue, id, cause: "exportRejected", subject, recordCount: 1, records: [workOrder(`2026.${id}`, "4711")] });
    const { links } = await render(<OpenIssues vendorName="Cash" issues={[refused("1", "a"), refused("2", "b"), exampleIssue]} />);
    expect(links.map(({ words }) => words)).toEqual([
      "A work order cannot go to Cash as it is: Material 4711 on work order 2026.1 not found in Cash", "A work order cannot go to Cash as it is: Material 4711 on work order 2026.2 not found in Cash", "Cash is not available",
    ]);
  });

  it("nothing stands where all is well", async () => {
    expect((await render(<OpenIssues vendorName="Cash" issues={[]} />)).text).toBe("");
  });
});
