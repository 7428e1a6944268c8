import { describe, expect, it } from "vitest";
import { RunPage } from "@/components/runs/run-page";
import { exampleActions, exampleImport, exampleRun } from "@/components/runs/testing/example-run";
import { render } from "@/e2e/support/render";
import { locales } from "@/lib/i18n/locales";
import type { RunDetail } from "@/lib/runs/get-run";
import type { RunRequest } from "@/lib/runs/read-requests";

const page = (run: Partial<RunDetail>, { mayAct = true } = {}) =>
  render(<RunPage run={{ ...exampleRun, ...run }} vendorName="Cash" entries={[]} requests={[]} actions={mayAct ? exampleActions : null} />);
const underWay = { finishedAt: null, requestedBy: "Femke Bakker", trigger: "manual", budget: { used: 12, perMinute: 100 } } as const satisfies Partial<RunDetail>;
const guard = { wouldGo: 1_200, of: 5_000 };
const request: RunRequest = {
  entryId: "e", position: 0, operation: "Export 0101", method: "POST", address: "https://cash.example/?api", status: 200, startedAt: "2026-11-20T08:30:03.000Z", duration: 1_240, requestSize: 900, answerSize: 2_048, outcome: "answered",
};
const requests: RunRequest[] = [request, { ...request, position: 1, status: null, startedAt: "2026-11-20T08:30:05.000Z", outcome: "failed" }];

describe("a sync that is over", () => {
  it("says what it came to, who asked, how long it took and what it cost", async () => {
    const { text, buttons } = await page({});
    expect(text).toContain("Succeeded");
    expect(text).toContain("Asked for by the schedule");
    expect(text).toContain("Started 20 Nov 2026, 09:30");
    expect(text).toContain("Took 1 min 5 s");
    expect(text).toContain("Administration 001");
    expect(text).toContain("Requests to Cash 14");
    expect(text).toContain("Nothing to report.");
    expect(buttons).toEqual(["Run again"]);
  });

  it("names the person who asked for it", async () => {
    expect((await page({ requestedBy: "Femke Bakker" })).text).toContain("Asked for by Femke Bakker");
  });

  it("that failed says why and what to do, with the vendor's name; the Dutch sentence is marked as Dutch", async () => {
    const away = await page({ state: "failed", error: { code: "vendor_unreachable", params: {} } });
    expect(away.text).toContain("Cash cannot be reached. Nothing is lost. The next sync tries again by itself; if it lasts, check the status page of Cash.");
    expect(away.html).not.toContain('lang="nl"');
    const refused = await page({ state: "failed", error: { code: "credentials_refused", params: {} } });
    expect(refused.html).toContain('<span lang="nl">Gegevens API gebruiker niet geldig</span>');
  });

  it("leads whoever may correct it to the settings, where that is the place", async () => {
    const refused = { state: "failed", error: { code: "credentials_refused", params: {} } } as const;
    const way = { words: "Open settings", href: "/settings/integrations/cash" };
    expect((await page(refused)).links).toContainEqual(way);
    expect((await page(refused, { mayAct: false })).links).not.toContainEqual(way);
    expect((await page({ state: "failed", error: { code: "vendor_unreachable", params: {} } })).links).not.toContainEqual(way);
  });

  it("shows its requests in order, each with its status, time and size, and nothing of what they said", async () => {
    const { text } = await render(<RunPage run={exampleRun} vendorName="Cash" entries={[]} requests={requests} actions={null} />);
    expect(text).toMatch(/Requests, in order .+ Export 0101 HTTP 200 POST https:\/\/cash\.example\/\?api 1,240 ms ?2 kB .*Export 0101 no usable answer/);
    expect((await page({})).text).not.toContain("Requests, in order");
  });

  it("leads from each counter to the records behind it", async () => {
    const { links } = await page({ imports: [{ ...exampleImport, skipped: 4 }] });
    expect(links).toContainEqual({ words: "Created, Relations: show the 12 records", href: `/runs/${exampleRun.id}/records?kind=relations&counter=created` });
    expect(links).toContainEqual({ words: "Skipped, Relations: show the 4 records", href: `/runs/${exampleRun.id}/records?kind=relations&counter=skipped` });
    expect(links.some(({ words }) => words.includes("5,000"))).toBe(false);
  });

  it("after a change that the vendor told of names the vendor, and is not run again", async () => {
    const { text, buttons } = await page({ trigger: "webhook" });
    expect(text).toContain("Reported change · Cash");
    expect(text).toContain("Asked for by Cash");
    expect(text).not.toContain("Requests to Cash");
    expect(buttons).toEqual([]);
  });

  it("says nothing of an error that is behind it", async () => {
    expect((await page({ error: null })).html).not.toContain("Gegevens");
  });
});

describe("a sync under way", () => {
  it("says what it reads, how far it is and how much of the limit is used", async () => {
    const { text, buttons } = await page({ ...underWay, state: "running", imports: [{ ...exampleImport, state: "running", totalPages: 10 }, { ...exampleImport, kind: "materials", state: "waiting", read: 0 }] });
    expect(text).toContain("Reading Relations · 5,000 records read · 5 of 10 pages · import 1 of 2");
    expect(text).toContain("12 of 100 requests used this minute");
    expect(text).toContain("since 09:30");
    expect(text).toContain("by Femke Bakker");
    expect(buttons).toEqual(["Cancel"]);
    expect(text).not.toContain("Finished");
  });

  it("waits its turn, gets ready, or waits for a vendor that was away", async () => {
    expect((await page({ ...underWay, state: "waiting", startedAt: null })).text).toContain("It begins within a minute.");
    expect((await page({ ...underWay, state: "running" })).text).toContain("Getting ready");
    const waits = { ...underWay, state: "running", waitsUntil: "2026-11-20T08:45:00.000Z" } as const;
    expect((await page({ ...waits, waitsFor: { code: "vendor_rate_limited", params: {} } })).text).toContain("Cash asks to slow down. It is tried again at 09:45.");
    expect((await page({ ...waits, waitsFor: { code: "vendor_unreachable", params: {} } })).text).toContain("Cash cannot be reached. It is tried again at 09:45.");
  });

  it("that was cancelled says that it is stopping, and cannot be cancelled twice", async () => {
    const { text, buttons } = await page({ ...underWay, state: "running", isStopping: true });
    expect(text).toContain("Stopping");
    expect(buttons).not.toContain("Cancel");
  });
});

describe("a sync that stopped to ask", () => {
  const stopped = { state: "stopped", imports: [{ ...exampleImport, state: "stopped", guard }] } as const satisfies Partial<RunDetail>;

  it("names how many would go and lets an administrator decide", async () => {
    const { text, buttons, links } = await page(stopped);
    expect(text).toContain("1,200 of 5,000 would be deactivated: Relations");
    expect(buttons).toEqual(expect.arrayContaining(["Keep them", "Deactivate 1,200"]));
    expect(links.find(({ words }) => words === "Show the records")?.href).toBe("/relations");
  });

  it("says that nothing came at all where that is so", async () => {
    expect((await page({ state: "failed", imports: [{ ...exampleImport, state: "failed", guard: { wouldGo: 5_000, of: 5_000 } }] })).text).toContain("Cash sent no records at all: Relations, 5,000 before");
  });

  it("has been answered: nothing is asked any more, and who decided is said", async () => {
    const { text, buttons } = await page({ ...stopped, imports: [{ ...exampleImport, state: "stopped", guard: { ...guard, keptBy: "Joost Mulder" } }] });
    expect(text).toContain("Joost Mulder decided to keep them.");
    expect(buttons).toEqual(["Run again"]);
  });
});

describe("whoever may only look", () => {
  it.each([{}, { ...underWay, state: "running" }, { state: "stopped", imports: [{ ...exampleImport, state: "stopped", guard }] }] as const satisfies Partial<RunDetail>[])("gets no button", async (run) => {
    expect((await page(run, { mayAct: false })).buttons).toEqual([]);
  });

  it("is told that an administrator decides", async () => {
    expect((await page({ state: "stopped", imports: [{ ...exampleImport, state: "stopped", guard }] }, { mayAct: false })).text).toContain("An administrator decides.");
  });
});

describe.each(locales)("in %s", (locale) => {
  it.each(["waiting", "running", "succeeded", "partial", "failed", "stopped", "cancelled"] as const)("a sync that is %s has every word", async (state) => {
    const isLive = state === "waiting" || state === "running";
    const run = { ...exampleRun, ...(isLive ? underWay : {}), state, imports: [{ ...exampleImport, failed: 2, skipped: 1, deactivated: 4, guard: state === "stopped" ? guard : null }] };
    const { text } = await render(<RunPage run={run} vendorName="Cash" entries={[]} requests={requests} actions={exampleActions} />, { locale });
    expect(text).toContain("Cash");
  });
});
