import { describe, expect, it } from "vitest";
import { VendorPage } from "@/components/settings/vendor-page";
import { exampleConnection, exampleSettingsActions, exampleStatus, exampleVendor } from "@/components/settings/testing/example-vendor";
import type { ConnectionView } from "@/components/settings/vendor-view";
import { exampleRun } from "@/components/runs/testing/example-run";
import { render } from "@/e2e/support/render";
import type { ConnectionStatus } from "@/lib/connections/connection-status";
import { locales, type Locale } from "@/lib/i18n/locales";

type State = { connection?: Partial<ConnectionView> | null; status?: Partial<ConnectionStatus>; completed?: number; locale?: Locale };

const page = ({ connection = {}, status = {}, completed = 0, locale }: State = {}) =>
  render(
    <VendorPage
      vendor={exampleVendor}
      connection={connection === null ? null : { ...exampleConnection, ...connection }}
      status={{ ...exampleStatus, ...status }}
      entries={[]}
      completed={completed}
      actions={exampleSettingsActions}
    />,
    { locale },
  );
const disconnected: Partial<ConnectionView> = { isConnected: false, storedSecrets: [] };
const freshness = exampleStatus.freshness;

describe("the page of an integration without a connection", () => {
  it("has the login and the facts, and nothing that needs a connection", async () => {
    const { text, buttons } = await page({ connection: null, status: { state: null, freshness: { ...freshness, state: "notConnected" } } });
    expect(text).toContain("Not connected");
    expect(text).toContain("Good to know");
    expect(buttons).toContain("Submit");
    expect(buttons.join()).not.toMatch(/Sync|Pause|Disconnect|Export work orders/);
  });

  it("warns of completed work orders only when there are any", async () => {
    const link = async (completed: number) => (await page({ connection: null, completed })).links.some(({ href }) => href === "/work-orders?status=complete");
    expect(await link(0)).toBe(false);
    expect(await link(12)).toBe(true);
  });

  it("asks for the secret again after it was cut: there is none to keep", async () => {
    const { html, text } = await page({ connection: { ...disconnected, credentialsSetAt: null, credentialsSetBy: null } });
    expect(html).not.toContain("Leave empty to keep");
    expect(text).toContain("It is stored encrypted and never shown again.");
  });
});

describe("the page of a connection", () => {
  it("has its settings, and a Sync for whatever is switched on", async () => {
    const { text, buttons } = await page();
    expect(text).toContain("3,950 in OutSmart");
    expect(buttons).toEqual(expect.arrayContaining(["Submit", "Pause", "Sync all", "Sync: Relations", "Sync: Employees (disabled)", "Disconnect Cash", "Export work orders (disabled)"]));
  });

  it("never shows a secret: it says who stored it, and when", async () => {
    const { html, text } = await page();
    expect(text).toContain("Set on 2 Nov 2026 by Femke Bakker. Never shown again.");
    expect(html).toMatch(/<input[^>]*type="password"[^>]*placeholder="Leave empty to keep"/);
  });

  it("exports by hand only when exports are on as stored", async () => {
    expect((await page({ connection: { exports: { ...exampleConnection.exports, isOn: true } } })).buttons).toContain("Export work orders");
  });

  it("without an administration asks for it and cannot sync", async () => {
    const { text, buttons } = await page({ connection: { administration: null }, status: { freshness: { ...freshness, state: "firstSync", nextSyncAt: null } } });
    expect(text).toContain("No administration chosen yet");
    expect(text).toContain("Choose the administration and save.");
    expect(buttons).toEqual(expect.arrayContaining(["Sync all (disabled)", "Sync: Relations (disabled)"]));
  });

  it("says when the login no longer reaches its administration", async () => {
    expect((await page({ connection: { administration: "009" } })).text).toContain("no longer gives access to administration 009");
  });

  it("whose licence has ended keeps everything and syncs nothing", async () => {
    const { text, buttons, links } = await page({ status: { isLicensed: false, freshness: { ...freshness, state: "noLicence" } } });
    expect(text).toContain("The licence for Cash has ended");
    expect(buttons).toContain("Sync all (disabled)");
    expect(links.some(({ href }) => href === "/settings/licences")).toBe(true);
  });

  it("that needs a person says why and leads to the login", async () => {
    const { html, links } = await page({ status: { state: "action_required", freshness: { ...freshness, state: "actionRequired", reason: "credentials_refused" } } });
    expect(html).toContain('<span lang="nl">Gegevens API gebruiker niet geldig</span>');
    expect(links.find(({ words }) => words === "Correct the login")?.href).toBe("#connection");
  });

  it("that is paused can go on", async () => {
    expect((await page({ status: { isPaused: true } })).buttons).toContain("Resume");
  });

  it("shows a sync under way with the way to it, and how it can be stopped", async () => {
    const { text, buttons, links } = await page({ status: { run: { ...exampleRun, state: "running", finishedAt: null }, budget: { used: 7, perMinute: 100, nextAt: null } } });
    expect(text).toContain("7 of 100 requests used this minute");
    expect(buttons).toContain("Cancel");
    expect(links.some(({ href }) => href === `/runs/${exampleRun.id}`)).toBe(true);
  });

  it("shows what a sync asks", async () => {
    const question = { runId: exampleRun.id, askedAt: "2026-11-20T08:36:00.000Z", kinds: [{ kind: "relations" as const, wouldGo: 1_200, of: 5_000, isEmptied: false }] };
    const { text, buttons } = await page({ status: { question } });
    expect(text).toContain("Stopped, asks you");
    expect(buttons).toContain("Deactivate 1,200");
  });

  it("has nothing to save as long as nothing was changed", async () => {
    expect((await page()).buttons).not.toContain("Save");
  });
});

describe("how the exports stand", () => {
  it("is counted, each count leading to those work orders", async () => {
    const { links } = await page({ status: { exports: { waiting: 3, failed: 1, uncertain: 0, toDecide: 2, done: 418, doneSince: "2026-11-01T09:00:00.000Z" } } });
    expect(links.filter(({ href }) => href.startsWith("/work-orders?export="))).toEqual([
      { words: "3 waiting", href: "/work-orders?export=waiting" },
      { words: "1 failed", href: "/work-orders?export=error" },
      { words: "2 to decide", href: "/work-orders?export=needsReview" },
      { words: "418 in Cash since 1 Nov 2026", href: "/work-orders?export=done" },
    ]);
  });

  it("is nothing at first", async () => {
    expect((await page()).text).toContain("Nothing has gone out yet");
  });
});

describe.each(locales)("in %s", (locale) => {
  it("the page has every word, with and without a connection", async () => {
    expect((await page({ connection: null, completed: 3, locale })).text).toContain("Cash");
    expect((await page({ status: { isLicensed: false, run: { ...exampleRun, state: "waiting", startedAt: null, finishedAt: null } }, locale })).text).toContain("Cash");
  });
});
