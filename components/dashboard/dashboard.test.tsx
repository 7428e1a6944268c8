import { describe, expect, it } from "vitest";
import { ExportTiles } from "@/components/dashboard/export-tiles";
import { FirstSteps } from "@/components/dashboard/first-steps";
import { HeadSentence } from "@/components/dashboard/head-sentence";
import { IntegrationCard } from "@/components/dashboard/integration-card";
import { NeedsPerson } from "@/components/dashboard/needs-person";
import { RunsChart } from "@/components/dashboard/runs-chart";
import { exampleIssue } from "@/components/issues/testing/example-issue";
import { render } from "@/e2e/support/render";
import type { Role } from "@/lib/auth/roles";
import type { DashboardIntegration } from "@/lib/dashboard/read-integrations";
import { locales } from "@/lib/i18n/locales";

const cash: DashboardIntegration = {
  vendor: "cash", name: "Cash", connectionId: "one", isLicensed: true, lacksAdministration: false, books: "De Vries Installatie", budget: { used: 18, perMinute: 100 },
  freshness: { state: "onTime", lastSuccessAt: "2026-11-20T08:36:00.000Z", nextSyncAt: "2026-11-20T08:51:00.000Z", pausedAt: null, reason: null },
  hours: [...Array.from({ length: 22 }, () => "good" as const), "error", "none"],
};
const unlinked: DashboardIntegration = { ...cash, connectionId: null, books: null, budget: null, freshness: { state: "notConnected", lastSuccessAt: null, nextSyncAt: null, pausedAt: null, reason: null }, hours: [] };
const starts = Array.from({ length: 24 }, (_, hour) => new Date(Date.UTC(2026, 10, 19, 9 + hour)));
const card = (own: Partial<DashboardIntegration> = {}, { role = "administrator", openIssues = 0, isAsking = false }: { role?: Role; openIssues?: number; isAsking?: boolean } = {}) =>
  render(<IntegrationCard integration={{ ...cash, ...own }} starts={starts} role={role} openIssues={openIssues} isAsking={isAsking} />);
const sentence = async (counts: Partial<{ action: number; watch: number; muted: number }>, integrations = [cash], exportsForPerson = 0) =>
  (await render(<HeadSentence issues={{ action: 0, watch: 0, muted: 0, ...counts }} exportsForPerson={exportsForPerson} integrations={integrations} />)).text;
const isGreen = (html: string) => html.includes("bg-good-soft");

describe("the first sentence", () => {
  it("says whether everything is all right, and no more than is so", async () => {
    expect(await sentence({ action: 3, watch: 1 })).toBe("3 things need a person. The rest runs by itself.");
    expect(await sentence({ watch: 1 })).toBe("Nothing needs a person. 1 issue is being watched.");
    expect(await sentence({ muted: 1 })).toBe("All is well. Everything runs by itself.");
    expect(await sentence({}, [cash], 2), "exports failed a moment ago").toBe("2 things need a person. The rest runs by itself.");
    expect(await sentence({ muted: 1 }, [cash], 2)).toBe("All is well. Everything runs by itself.");
    expect(await sentence({}, [{ ...cash, freshness: { ...cash.freshness, state: "paused" } }])).toBe("Nothing needs a person.");
    expect(await sentence({}, [unlinked])).toContain("Nothing is connected yet.");
  });
});

describe("what needs a person", () => {
  const list = (role: Role, count = 1) => render(<NeedsPerson issues={[{ ...exampleIssue, cause: "licenceLapsed" }]} count={count} nameOf={() => "Cash"} role={role} />);

  it("says what broke and leads to its remedy, those who may go there", async () => {
    const { text, links } = await list("administrator");
    expect(text).toContain("There is no licence for Cash");
    expect(links).toContainEqual({ words: "To the License manager", href: "/settings/licences#cash" });
    const viewer = await list("viewer", 4);
    expect(viewer.text).toContain("An administrator can put this right.");
    expect(viewer.links).toContainEqual({ words: "3 more among the issues", href: "/issues" });
    expect(viewer.links.map(({ href }) => href)).not.toContain("/settings/licences#cash");
  });
});

describe("an integration", () => {
  it("stands with its state, its last success, its next sync and its budget in words", async () => {
    const { text, html } = await card();
    expect(text).toContain("Cash De Vries Installatie On time");
    expect(text).toMatch(/Last success 4 min ago Next sync in 11 min Rate budget used 18 of 100 a minute/);
    expect(text).toContain("1 hour with an error · 1 without a sync");
    expect(html).toContain('aria-label="Cash, the last 24 hours: 22 hours without an error, 1 hour with an error (08:00), 1 hour without a sync"');
    expect(isGreen(html)).toBe(true);
  });

  it("is green only where nothing is known to be wrong and no sync asks anything", async () => {
    expect(isGreen((await card({}, { openIssues: 2 })).html)).toBe(false);
    const asking = await card({}, { isAsking: true });
    expect([isGreen(asking.html), asking.text.includes("Stopped, asks you")]).toEqual([false, true]);
  });

  it("says what the next sync waits for", async () => {
    const state = (name: "paused" | "actionRequired") => card({ freshness: { ...cash.freshness, state: name, nextSyncAt: null } });
    expect((await state("paused")).text).toContain("When it is resumed");
    expect((await state("actionRequired")).text).toContain("After the login is corrected");
    expect((await card({ lacksAdministration: true })).text).toContain("After an administration is chosen");
  });

  it("that is not connected leads there, and nobody where they may not go", async () => {
    expect((await card(unlinked)).links).toContainEqual({ words: "Connect Cash", href: "/settings/integrations/cash" });
    expect((await card({ ...unlinked, isLicensed: false })).links).toContainEqual({ words: "Licence for Cash", href: "/settings/licences" });
    const viewer = await card(unlinked, { role: "viewer" });
    expect([viewer.links, viewer.text.includes("An administrator can do this.")]).toEqual([[], true]);
  });
});

describe("before anything is connected", () => {
  it("three steps lead on, the licence first", async () => {
    expect((await render(<FirstSteps isLicensed={false} role="administrator" />)).links.map(({ href }) => href)).toEqual(["/settings/licences", "/settings/integrations", "/work-orders"]);
    expect((await render(<FirstSteps isLicensed role="administrator" />)).links.map(({ href }) => href)).toEqual(["/settings/integrations", "/work-orders"]);
    expect((await render(<FirstSteps isLicensed role="viewer" />)).links.map(({ href }) => href)).toEqual(["/work-orders"]);
  });
});

describe("figures", () => {
  it("of exports lead to their lists", async () => {
    const none = { waiting: 0, sending: 0, failed: 0, notFinished: 0, uncertain: 0, needsReview: 0, dismissed: 0, doneThisMonth: 0 };
    const counts = [{ ...none, connectionId: "one", vendor: "cash", waiting: 3, sending: 1, needsReview: 1, doneThisMonth: 418 }, { ...none, connectionId: "two", vendor: "easybill", waiting: 4 }];
    const { text, links } = await render(<ExportTiles counts={counts} nameOf={(vendor) => (vendor === "cash" ? "Cash" : "EasyBill")} />);
    expect(text).toContain("Waiting 8 4 Cash and 4 EasyBill Failed 0 None Uncertain 1 1 needs a decision Done this month 418 418 Cash");
    expect(links.map(({ href }) => href)).toEqual(["/exports", "/exports?state=waiting", "/exports?state=error", "/exports?state=needsReview", "/exports?state=done"]);
    const drafts = await render(<ExportTiles counts={[{ ...none, connectionId: "two", vendor: "easybill", notFinished: 2 }]} nameOf={() => "EasyBill"} />);
    expect(drafts.links).toContainEqual({ words: "2", href: "/exports?state=notFinished" });
  });

  it.each(locales)("of syncs are drawn, said and written down in %s; what did not succeed is not green", async (locale) => {
    const none = { succeeded: 0, cancelled: 0, partial: 0, stopped: 0, failed: 0 };
    const days = [new Date("2026-11-18T23:00:00Z"), new Date("2026-11-19T23:00:00Z")];
    const { html, text } = await render(<RunsChart period={{ unit: "day", timeZone: "Europe/Amsterdam", starts: days, from: days[0] ?? new Date(0) }} runs={[none, { ...none, succeeded: 94, partial: 1, failed: 1 }]} />, { locale });
    expect(text).not.toMatch(/dashboard\.|\{|\}/);
    expect(html).toMatch(/<tr><th[^>]*>[^<]+<\/th>(<td[^>]*>–<\/td>){4}<\/tr><tr><th[^>]*>[^<]+<\/th><td[^>]*>94<\/td><td[^>]*>1<\/td><td[^>]*>1<\/td><td[^>]*>96<\/td><\/tr>/);
    const filled = [...html.matchAll(/<path d="[^"]+" fill="([^"]*)" stroke="([^"]*)"/g)].map(([, , stroke]) => stroke);
    expect(filled.slice(0, 3)).toEqual(["var(--good)", "var(--alert)", "var(--alert)"]);
    if (locale === "en") expect(text).toContain("96 syncs, 2 with an error.");
  });
});
