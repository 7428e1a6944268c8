import { describe, expect, it } from "vitest";
import { CompletionOutlook } from "@/components/work-orders/completion-outlook";
import { documentOf, exampleDetail, exampleNames } from "@/components/work-orders/testing/example-detail";
import { WorkOrderView } from "@/components/work-orders/work-order-view";
import { exampleAnswers, exampleExportActions, exampleStanding } from "@/components/exports/testing/example-standing";
import { render } from "@/e2e/support/render";
import type { ExportStanding } from "@/lib/export/export-standing";
import { locales, type Locale } from "@/lib/i18n/locales";
import type { WorkOrderDetail } from "@/lib/work-orders/work-order-detail";
import type { WorkStatus } from "@/lib/work-statuses/work-status";

const never = () => Promise.resolve({});
const send: WorkStatus = { id: "s1", code: 1, name: "Naar Cash", vendor: "cash", purpose: "send" };
const hold: WorkStatus = { id: "s0", code: 0, name: "Niet naar Cash", vendor: "cash", purpose: "hold" };
const error: WorkStatus = { id: "s99", code: 99, name: "Error", vendor: null, purpose: "error" };
const actions = { complete: never, setStatus: never, setWorkStatus: never, exports: exampleExportActions, lookUpDocument: never };
type Look = { standings?: readonly ExportStanding[]; mayAct?: boolean; locale?: Locale };

const view = (own: Partial<WorkOrderDetail>, { standings = [exampleStanding(exampleAnswers.due, { choices: ["exportNow"] })], mayAct = true, locale }: Look = {}) => {
  const workOrder = { ...exampleDetail, ...own };
  const document = { ...documentOf(workOrder), roundingMinutes: 0, vendorName: "Cash" };
  return render(
    <WorkOrderView workOrder={workOrder} names={exampleNames} document={document} standings={standings} steps={[]} workStatuses={[hold, send, error]} today="2026-11-20" isAdministrator={false} actions={mayAct ? actions : null} />,
    { locale, path: `/work-orders/${workOrder.id}` },
  );
};

describe("the page of a work order", () => {
  it("says what it is, and where it is on its way", async () => {
    const { text, html } = await view({});
    expect(text).toMatch(/2026\.1234 .*Koeling lekt\W+Bakkerij De Korenaar\W+20 Nov 2026/);
    expect(html).toMatch(/<li aria-current="step"[^>]*>.*?Complete<\/li>/);
  });

  it("can be completed while the work goes on, and edited always", async () => {
    expect((await view({ status: "retrieved" })).buttons).toContain("Complete");
    const done = await view({ status: "handled" });
    expect(done.buttons).not.toContain("Complete");
    expect(done.links).toContainEqual({ words: "Edit", href: `/work-orders/${exampleDetail.id}/edit` });
  });

  it("offers nothing to whoever may only look, who still sees the answer and the work status", async () => {
    const { text, buttons, links } = await view({ workStatus: send }, { mayAct: false });
    expect(text).toContain("It goes to Cash with the next export");
    expect(text).toContain("1 – Naar Cash");
    expect(buttons).toEqual(["Show preview"]);
    expect(links.some(({ words }) => words === "Edit")).toBe(false);
  });

  it("shows an error and a revision at its head", async () => {
    const { text } = await view({ workStatus: error, revision: 2 });
    expect(text).toMatch(/99 – Error .*2/);
  });

  it("has what the vendor refused at the line it is about", async () => {
    const { text } = await view({}, { standings: [exampleStanding(exampleAnswers.error)] });
    expect(text).toContain("Koelkraan Material 4711 on work order 2026.1234 not found in Cash");
  });

  it("has neither an answer nor a preview without a bookkeeping", async () => {
    const { text } = await view({}, { standings: [] });
    expect(text).not.toMatch(/Why is it|Preview/);
    expect(text).toContain("Total");
  });

  it.each(locales)("has every word in %s", async (locale) => {
    for (const status of ["ready", "complete", "handled"] as const) expect((await view({ status, workStatus: error, revision: 3 }, { locale })).text).toContain("2026.1234");
  });
});

describe("what completing will lead to", () => {
  const outlook = async (own: Partial<ExportStanding> | null, workStatus: WorkStatus | null, isChanged = false) =>
    (await render(<CompletionOutlook standings={own === null ? [] : [exampleStanding(exampleAnswers.notComplete, own)]} workStatus={workStatus} isChanged={isChanged} />)).text;
  const unmet = (name: ExportStanding["conditions"][number]["name"]): Partial<ExportStanding> => ({ conditions: [{ name, isMet: false, value: null }] });
  const allMet: Partial<ExportStanding> = { conditions: [] };

  it("is told apart for every way it can end", async () => {
    const outlooks = [await outlook(null, send), await outlook(unmet("connected"), send), await outlook(unmet("switchedOn"), send), await outlook(allMet, send), await outlook(unmet("workStatus"), hold)];
    expect(new Set(outlooks).size).toBe(5);
    expect(await outlook(unmet("licensed"), send)).toBe(outlooks[1]);
  });

  it("goes by the work status that is chosen, not by the one it has", async () => {
    const [goes, stays] = [await outlook(allMet, send), await outlook(unmet("workStatus"), hold)];
    expect(await outlook(unmet("workStatus"), send, true)).toBe(goes);
    expect(await outlook(allMet, hold, true)).toBe(stays);
    expect(await outlook(allMet, null, true)).toBe(stays);
    expect(await outlook(allMet, { ...send, vendor: "easybill" }, true)).toBe(stays);
  });
});
