import { describe, expect, it } from "vitest";
import { ListEmpty } from "@/components/records/list-empty";
import { NotImportedList } from "@/components/records/not-imported-list";
import { StandingLine } from "@/components/records/standing-line";
import { render } from "@/e2e/support/render";
import type { ImportStanding } from "@/lib/catalogue/import-standing";
import type { NotImportedView } from "@/lib/catalogue/read-list-view";
import { skipReasons } from "@/lib/connectors/skip-reasons";
import { locales, type Locale } from "@/lib/i18n/locales";
import type { NotImportedRecord } from "@/lib/not-imported/list-not-imported";

const cash = { vendor: "cash", vendorName: "Cash", country: "NL" } as const;
const imported: ImportStanding = { state: "imported", ...cash, lastReadAt: new Date("2026-11-20T08:36:00.000Z"), notImported: 3 };
const standings: readonly ImportStanding[] = [
  { state: "notConnected" }, { state: "switchedOff", ...cash, notImported: 0 }, { state: "awaited", ...cash, byHand: false }, { state: "awaited", ...cash, byHand: true }, imported,
];

describe("where a list comes from", () => {
  it.each([
    ["Not connected with a bookkeeping", standings[0]],
    ["The import from Cash is switched off", standings[1]],
    ["The first sync with Cash is pending", standings[2]],
    ["Comes from Cash when somebody syncs by hand", standings[3]],
    ["From Cash, last read 4 min ago", standings[4]],
  ] as const)("%s", async (sentence, standing) => {
    expect((await render(<StandingLine standing={standing ?? imported} />)).text).toBe(sentence);
  });
});

describe("an empty list", () => {
  const empty = (standing: ImportStanding, { isSearched = false, isAdministrator = true } = {}) =>
    render(<ListEmpty kind="materials" standing={standing} isSearched={isSearched} isAdministrator={isAdministrator} />);

  it("says why it is empty and leads an administrator to where that is changed", async () => {
    const places = await Promise.all(standings.map(async (standing) => (await empty(standing)).links.map(({ href }) => href)));
    expect(places).toEqual([["/settings/integrations"], ["/settings/integrations/cash"], ["/settings/integrations/cash"], ["/settings/integrations/cash"], ["?tab=not-imported"]]);
  });

  it("sends nobody to settings that they may not open", async () => {
    for (const standing of standings.slice(0, 4)) {
      const { text, links } = await empty(standing, { isAdministrator: false });
      expect(links).toEqual([]);
      expect(text).toContain("An administrator can do that");
    }
  });

  it("leads to nothing when nothing is missing", async () => {
    expect((await empty({ ...imported, notImported: 0 })).links).toEqual([]);
  });

  it("is a search without a hit as soon as somebody searches, whatever the import", async () => {
    for (const standing of standings) expect((await empty(standing, { isSearched: true })).text).toContain("Nothing matches the search and the filter.");
  });
});

const record: NotImportedRecord = {
  id: "00000000-0000-4000-8000-000000000005", vendor: "cash", kind: "relations", externalId: "010417", label: "Bakkerij Van Leeuwen", reason: "missingPostalCode", field: null, params: {},
  firstSeenAt: new Date("2026-11-18T10:00:00.000Z"),
};
const list = (rows: readonly NotImportedRecord[], { search = "", locale = "en" as Locale, after = null as string | null } = {}) => {
  const view: NotImportedView = { tab: "notImported", request: { search, sort: "number", direction: "ascending", position: { at: "start" } }, list: { rows: [...rows], total: rows.length, before: null, after } };
  return render(<NotImportedList kind="relations" view={view} parameters={{ tab: "not-imported", search }} />, { locale, path: "/relations?tab=not-imported" });
};

describe("what is not imported", () => {
  it("stands there with its reason, since when, and the way to the log", async () => {
    const { text, links } = await list([record]);
    expect(text).toContain("010417 Bakkerij Van Leeuwen The postal code is missing 18 Nov 2026, 11:00");
    expect(text).toContain("1 not imported");
    expect(links.find(({ words }) => words === "Show in the log")?.href).toBe("/log?kind=relations&search=010417");
  });

  it("names the field and the value that cannot be used", async () => {
    expect((await list([{ ...record, reason: "invalidValue", field: "email", params: { value: "bakker@" } }])).text).toContain("A value cannot be used Email address: “bakker@”");
  });

  it("says of what kind a record is that stands on another kind's list, and has a dash for no name", async () => {
    expect((await list([{ ...record, kind: "deliveryAddresses", label: "" }])).text).toContain("010417 – Delivery address The postal code is missing");
  });

  it("shows a reason it does not know as it is stored", async () => {
    expect((await list([{ ...record, reason: "eclipse" }])).text).toContain("eclipse");
  });

  it("is downloaded as it is searched", async () => {
    const hrefs = async (search: string) => (await list([record], { search })).links.map(({ href }) => href);
    expect(await hrefs("")).toContain("/api/not-imported/relations");
    expect(await hrefs("Bäcker & Co")).toContain("/api/not-imported/relations?search=B%C3%A4cker%20%26%20Co");
  });

  it("keeps the search from page to page", async () => {
    const { links } = await list([record], { search: "bak", after: "next-cursor" });
    expect(links.find(({ words }) => words === "Next")?.href).toBe("?tab=not-imported&search=bak&after=next-cursor");
  });

  it("is good news when there is none, and a search without a hit otherwise", async () => {
    expect((await list([])).text).toContain("Nothing is missing");
    expect((await list([], { search: "xyz" })).text).toContain("Nothing matches the search");
  });
});

describe.each(locales)("in %s", (locale) => {
  it("every reason has words", async () => {
    const rows = Object.keys(skipReasons).map((reason, index) => ({ ...record, id: String(index), reason }));
    const { text } = await list(rows, { locale });
    expect(Object.keys(skipReasons).filter((reason) => /[A-Z]/.test(reason) && text.includes(reason))).toEqual([]);
  });
});
