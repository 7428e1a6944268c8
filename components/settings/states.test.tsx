import { describe, expect, it } from "vitest";
import { FreshnessLine } from "@/components/settings/freshness-line";
import { ImportResult } from "@/components/settings/import-result";
import { IntegrationList } from "@/components/settings/integration-list";
import { exampleStanding, exampleStatus } from "@/components/settings/testing/example-vendor";
import { render } from "@/e2e/support/render";
import type { Integration } from "@/lib/connections/list-integrations";
import type { FreshnessView } from "@/lib/connections/read-freshness";
import { locales } from "@/lib/i18n/locales";

const onTime = exampleStatus.freshness;
const nothing: FreshnessView = { state: "notConnected", lastSuccessAt: null, nextSyncAt: null, pausedAt: null, reason: null };

describe("how an integration stands to its promise", () => {
  const line = async (own: Partial<FreshnessView>, more: { isAsking?: boolean; isRunning?: boolean } = {}) => (await render(<FreshnessLine freshness={{ ...onTime, ...own }} {...more} />)).text;

  it.each([
    ["on time", {}, /^On time\W+last sync 4 min ago\W+next in 11 min$/],
    ["late, with the next one due", { state: "late", nextSyncAt: "2026-11-20T08:39:00.000Z" }, /^Late\W+last sync 4 min ago\W+next one is due now$/],
    ["never synced", { state: "error", lastSuccessAt: null }, /^Error\W+not synced yet/],
    ["waiting for its first sync", { state: "firstSync", lastSuccessAt: null, nextSyncAt: "2026-11-20T08:40:20.000Z" }, /^First sync pending\W+next within a minute$/],
    ["just synced", { lastSuccessAt: "2026-11-20T08:39:30.000Z" }, /last sync just now/],
    ["paused", { state: "paused", nextSyncAt: null, pausedAt: "2026-11-20T07:40:00.000Z" }, /^Paused\W+since 1 hr\.? ago\W+last sync 4 min ago$/],
    ["not connected", nothing, /^Not connected$/],
    ["without a licence", { ...nothing, state: "noLicence" }, /^No licence$/],
  ] as const satisfies readonly (readonly [string, Partial<FreshnessView>, RegExp])[])("%s", async (_what, own, sentence) => {
    expect(await line(own)).toMatch(sentence);
  });

  it("asks before anything else, and does not promise the next sync while one is running", async () => {
    expect(await line({}, { isAsking: true })).toMatch(/^Stopped, asks you/);
    expect(await line({ state: "paused", nextSyncAt: null, pausedAt: "2026-11-20T07:40:00.000Z" }, { isAsking: true })).toMatch(/^Stopped, asks you\W+Paused since 1 hr\.? ago/);
    expect(await line({}, { isRunning: true })).toMatch(/^On time\W+a sync is running\W+last sync 4 min ago$/);
  });
});

describe("what an import has brought", () => {
  const result = (standing: Partial<typeof exampleStanding> | null, { isOn = true, isManualOnly = false } = {}) =>
    render(<ImportResult standing={standing === null ? undefined : { ...exampleStanding, ...standing }} isOn={isOn} isManualOnly={isManualOnly} />);

  it("stands there in numbers, with the way to what did not come in", async () => {
    const { text, links } = await result({});
    expect(text).toMatch(/^3,950 in OutSmart\W+1,050 not imported\W+6 changed at 09:36$/);
    expect(links).toEqual([{ words: "1,050 not imported", href: "/relations?tab=not-imported" }]);
  });

  it("names the day when it was not today, by the account's clock", async () => {
    expect((await result({ lastReadAt: "2026-11-19T23:30:00.000Z", lastChanges: 0 })).text).toContain("nothing changed at 00:30");
    expect((await result({ lastReadAt: "2026-11-19T22:30:00.000Z", lastChanges: 0 })).text).toContain("nothing changed on 19 Nov 2026");
  });

  it("says nothing about records that are not missing", async () => {
    expect((await result({ notImported: 0 })).links).toEqual([]);
  });

  it("names who asked for one that is read by hand only, and how to begin", async () => {
    expect((await result({ lastRequestedBy: "Femke Bakker" }, { isManualOnly: true })).text).toContain("last synced at 09:36 by Femke Bakker");
    expect((await result({ lastReadAt: null }, { isManualOnly: true })).text).toBe("Not synced yet. Press Sync to read them.");
    expect((await result(null)).text).toBe("Not synced yet");
  });

  it("that is switched off keeps what it has", async () => {
    expect((await result({}, { isOn: false })).text).toMatch(/^Off\W+3,950 kept in OutSmart$/);
    expect((await result({ records: 0 }, { isOn: false })).text).toBe("Off");
  });
});

describe("the list of integrations", () => {
  const integration: Integration = { vendor: "cash", name: "Cash", freshness: onTime, administration: "Bakker B.V.", records: 5_100, notImported: 2, openIssues: 0 };

  it("says of each how it stands and leads to its settings", async () => {
    const { text, links } = await render(<IntegrationList integrations={[integration]} />);
    expect(text).toContain("Administration Bakker B.V.");
    expect(text).toContain("5,100 records in OutSmart");
    expect(links).toEqual([{ words: "Settings of Cash", href: "/settings/integrations/cash" }]);
  });

  it("is green only where nothing is known to be wrong, and leads to what is", async () => {
    const isGreen = (html: string) => html.includes("text-good");
    const [well, troubled] = await Promise.all([0, 2].map((openIssues) => render(<IntegrationList integrations={[{ ...integration, openIssues }]} />)));
    expect([isGreen(well?.html ?? ""), isGreen(troubled?.html ?? "")]).toEqual([true, false]);
    expect(troubled?.links).toContainEqual({ words: "2 open issues", href: "/issues" });
  });

  it("says nothing of what there is not", async () => {
    const { text } = await render(<IntegrationList integrations={[{ ...integration, freshness: nothing, administration: null, records: 0, notImported: 0 }]} />);
    expect(text).toContain("Not connected");
    expect(text).not.toMatch(/Administration|records|not imported/);
  });
});

describe.each(locales)("in %s", (locale) => {
  it.each(["onTime", "late", "error", "actionRequired", "paused", "notConnected", "noLicence", "firstSync"] as const)("%s has every word", async (state) => {
    const { text } = await render(<FreshnessLine freshness={{ ...onTime, state, pausedAt: onTime.lastSuccessAt }} />, { locale });
    expect(text).not.toBe("");
  });
});
