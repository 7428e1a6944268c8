import { describe, expect, it } from "vitest";
import { ForeseenList } from "@/components/exports/foreseen-list";
import { ExportList } from "@/components/exports/list/export-list";
import { exampleAnswers, exampleExportActions, exampleStanding } from "@/components/exports/testing/example-standing";
import { markOf } from "@/components/exports/export-mark";
import { render } from "@/e2e/support/render";
import type { ExportCounts } from "@/lib/export/count-exports";
import { readExportListRequest } from "@/lib/export/export-list-request";
import type { ExportAnswer, ExportChoice } from "@/lib/export/export-standing";
import type { ForeseenExport } from "@/lib/export/foretell-exports";
import type { ExportRow } from "@/lib/export/list-exports";
import { locales, type Locale } from "@/lib/i18n/locales";

const connectionId = "00000000-0000-4000-8000-000000000006";
const counts: ExportCounts = { connectionId, vendor: "cash", waiting: 3, sending: 0, failed: 1, notFinished: 0, uncertain: 0, needsReview: 0, dismissed: 0, doneThisMonth: 4 };

function rowOf(answer: ExportAnswer, choices: ExportChoice[] = []): ExportRow {
  const standing = exampleStanding(answer, { conditions: [], choices });
  return { id: answer.kind, workOrder: { id: "w1", number: "2026.0417", customerName: "Bakkerij De Korenaar", customerDebtorNumber: "10023" }, mark: markOf(standing), at: "2026-11-20T08:30:00.000Z", standing: { ...standing, connectionId } };
}

type Look = { mayAct?: boolean; isAdministrator?: boolean; parameters?: Record<string, string>; locale?: Locale };

const list = (rows: readonly ExportRow[], { mayAct = true, isAdministrator = false, parameters = {}, locale }: Look = {}) =>
  render(
    <ExportList
      parameters={parameters}
      filters={readExportListRequest(parameters).filters}
      page={{ rows: [...rows], before: null, after: null }}
      counts={[counts]}
      vendors={[{ id: "cash", name: "Cash" }, { id: "easybill", name: "EasyBill" }]}
      issues={{}}
      isAdministrator={isAdministrator}
      actions={mayAct ? exampleExportActions : null}
    />,
    { locale, path: `/exports?${new URLSearchParams(parameters).toString()}` },
  );

describe("the list of exports", () => {
  it("says of each whose it is, where it goes, how it stands, why, what to do and how often it was tried", async () => {
    const { text, buttons, links } = await list([rowOf(exampleAnswers.error, ["exportAgain", "doNotSend"])]);
    expect(text).toMatch(/2026\.0417 Bakkerij De Korenaar Cash Failed Material 4711 on work order 2026\.1234 not found in Cash .* 2 20 Nov 2026/);
    expect(buttons).toEqual(expect.arrayContaining(["Export again", "Do not send"]));
    expect(links).toContainEqual({ words: "2026.0417", href: "/work-orders/w1" });
  });

  it("leads to the document, and does not repeat its number", async () => {
    const { links, text } = await list([rowOf(exampleAnswers.done)]);
    expect(links).toContainEqual({ words: "V2026-417", href: "https://cash.example/orders/8" });
    expect(text.match(/V2026-417/g)).toHaveLength(1);
  });

  it("lets whoever may only look look, and leads administrators to the settings", async () => {
    const looked = await list([rowOf(exampleAnswers.switchedOff, ["exportNow"])], { mayAct: false });
    expect([looked.html.includes("checkbox"), looked.buttons.includes("Export now")]).toEqual([false, false]);
    expect((await list([rowOf(exampleAnswers.switchedOff)], { isAdministrator: true })).links).toContainEqual({ words: "Settings of Cash", href: "/settings/integrations/cash" });
  });

  it("without a row says where exports come from, or that nothing was found", async () => {
    expect((await list([])).links).toEqual([{ words: "To the work orders", href: "/work-orders" }]);
    const filters: Record<string, string>[] = [{ search: "x" }, { state: "error" }, { integration: "cash" }, { from: "2026-11-01" }];
    for (const parameters of filters) {
      expect((await list([], { parameters })).links).toContainEqual({ words: "Show all exports", href: "/exports" });
    }
  });

  it("says in the filter how many there are of a state, and takes an address that makes no sense for one that says nothing", async () => {
    expect((await list([], { parameters: { state: "error" } })).text).toContain("Failed · 1");
    expect(readExportListRequest({ state: "none", from: "x", after: Buffer.from('["Jansen","00000000-0000-4000-8000-000000000006"]').toString("base64url") })).toMatchObject({ position: { at: "start" }, filters: { mark: null, from: null } });
  });

  it.each(locales)("has every word in %s, whatever became of it", async (locale) => {
    const { text } = await list(Object.values(exampleAnswers).map((answer) => rowOf(answer)), { locale, isAdministrator: true });
    expect(text).not.toMatch(/[{}]/);
  });
});

describe("what an act on many will do", () => {
  const refusal = { id: "4", number: "2026.0004", outcome: "refused", code: "export_not_possible", params: { vendor: "Cash", reason: "done" } } as const;
  const foreseen: ForeseenExport[] = [
    { id: "4", number: "2026.0004", becomes: "refused", refusal },
    { id: "1", number: "2026.0001", becomes: "sent" },
    { id: "2", number: "2026.0002", becomes: "sent" },
    { id: "3", number: "2026.0003", becomes: "lookedUp" },
  ];

  it("is said beforehand, how many of each kind, which ones, and why some are left out", async () => {
    const { text } = await render(<ForeseenList foreseen={foreseen} vendorName="Cash" />);
    expect(text).toBe("2 are checked and sent 2026.0001 · 2026.0002 1 is looked up in Cash first, and sent only if it is not there 2026.0003 1 is left out: It is in Cash already. 2026.0004");
  });

  it("is nothing, where nothing would happen, and is not known at first", async () => {
    expect((await render(<ForeseenList foreseen={[{ id: "4", number: "2026.0004", becomes: "refused", refusal }]} vendorName="Cash" />)).text).toMatch(/^Nothing would happen/);
    expect((await render(<ForeseenList foreseen={null} vendorName="Cash" />)).text).toBe("Looking what will happen to each");
  });

  it.each(locales)("has every word in %s", async (locale) => {
    const reasons = ["uncertain", "needsReview", "gone"].map((reason): ForeseenExport => ({ id: reason, number: null, becomes: "refused", refusal: { ...refusal, params: { vendor: "Cash", reason } } }));
    const { text } = await render(<ForeseenList foreseen={[...foreseen, ...reasons, { id: "8", number: "8", becomes: "kept" }, { id: "9", number: "9", becomes: "unchanged" }]} vendorName="Cash" />, { locale });
    expect(text).not.toMatch(/[{}]/);
  });
});
