import { describe, expect, it } from "vitest";
import { BulkResults } from "@/components/work-orders/list/bulk-results";
import type { BulkAct } from "@/components/work-orders/list/bulk-acts";
import { useBulkWords } from "@/components/work-orders/list/use-bulk-words";
import { WorkOrderList } from "@/components/work-orders/list/work-order-list";
import { render } from "@/e2e/support/render";
import { exportMarks } from "@/lib/export/export-standing";
import { locales, type Locale } from "@/lib/i18n/locales";
import type { BulkResult } from "@/lib/work-orders/bulk-result";
import type { WorkOrderRow } from "@/lib/work-orders/list-work-orders";
import { readWorkOrderListRequest } from "@/lib/work-orders/work-order-list-request";
import type { WorkStatus } from "@/lib/work-statuses/work-status";

const never = () => Promise.resolve({});
const actions = { setStatus: never, setWorkStatus: never, exports: { request: never, dismiss: never, foretell: never } };
const send: WorkStatus = { id: "00000000-0000-4000-8000-0000000000a1", code: 1, name: "Naar Cash", vendor: "cash", purpose: "send" };
const row: WorkOrderRow = {
  id: "w1", number: "2026.0417", status: "handled", workStatus: send, customerName: "Bakkerij De Korenaar", customerDebtorNumber: "10023", customerCity: "Utrecht", workDate: "2026-11-19", completedAt: null,
  shortDescription: "Koeling lekt", revision: 1, documentNumber: "V2026-417", documentState: null, exportMark: "done",
};
type Look = { mayAct?: boolean; parameters?: Record<string, string>; locale?: Locale };

const list = (rows: readonly WorkOrderRow[], { mayAct = true, parameters = {}, locale }: Look = {}) =>
  render(
    <WorkOrderList
      parameters={parameters}
      request={readWorkOrderListRequest(parameters)}
      list={{ rows: [...rows], total: rows.length, before: null, after: null }}
      workStatuses={[send]}
      targets={[{ connectionId: "c", vendorName: "Cash" }]}
      actions={mayAct ? actions : null}
    />,
    { locale, path: `/work-orders?${new URLSearchParams(parameters).toString()}` },
  );

describe("the list of work orders", () => {
  it("says of each whose it is, when, what was done and how it stands, and leads to it", async () => {
    const { text, links } = await list([row]);
    expect(text).toContain("2026.0417 Bakkerij De Korenaar 10023 19 Nov 2026 Koeling lekt Handled 1 – Naar Cash Done V2026-417");
    expect(links).toContainEqual({ words: "2026.0417", href: "/work-orders/w1" });
  });

  it("has the number alone of a customer without a name, and a dash for what was never exported", async () => {
    expect((await list([{ ...row, customerName: null, exportMark: "none", workStatus: null, shortDescription: null }])).text).toContain("2026.0417 10023 19 Nov 2026 Handled –");
  });

  it("can be ticked by whoever may change something, and by nobody else", async () => {
    const ticks = (html: string) => [...html.matchAll(/<input type="checkbox"[^>]*aria-label="([^"]*)"/g)].map(([, name]) => name);
    expect(ticks((await list([row])).html)).toContain("Select 2026.0417");
    expect(ticks((await list([row], { mayAct: false })).html)).toEqual([]);
  });

  it("without a row says that there is none yet, or that nothing was found", async () => {
    expect((await list([])).links).toContainEqual({ words: "New work order", href: "/work-orders/new" });
    expect((await list([], { mayAct: false })).links).toEqual([]);
    const filters: Record<string, string>[] = [{ search: "xyz" }, { status: "ready" }, { workStatus: send.id }, { customer: "1" }, { from: "2026-01-01" }, { to: "2026-01-01" }, { export: "error" }];
    for (const parameters of filters) {
      expect((await list([], { parameters })).links.map(({ href }) => href)).toContain("/work-orders");
    }
  });

  it("shows customer and dates it is filtered by as something to take away", async () => {
    const { buttons } = await list([row], { parameters: { customer: "10023", from: "2026-11-01", to: "2026-11-20" } });
    expect(buttons).toEqual(expect.arrayContaining(["Customer 10023: show all again", "1 Nov 2026 – 20 Nov 2026: show all dates again"]));
  });

  it("says what it is filtered by before any script has run", async () => {
    expect((await list([row], { parameters: { status: "handled" } })).html).toMatch(/<span[^>]*>Handled<\/span><svg[^>]*chevron/);
  });

  it.each(locales)("has every word in %s, whatever the export came to", async (locale) => {
    const rows = exportMarks.map((exportMark, index) => ({ ...row, id: String(index), exportMark }));
    expect((await list(rows, { locale })).text).toContain("Bakkerij");
  });
});

describe("what was done to many", () => {
  const results: BulkResult[] = [
    { id: "1", number: "2026.0001", outcome: "done" },
    { id: "2", number: "2026.0002", outcome: "unchanged" },
    { id: "3", number: null, outcome: "refused", code: "export_not_possible", params: { vendor: "Cash", reason: "notComplete" } },
  ];

  it("begins with what needs a look, each with its reason", async () => {
    const { text } = await render(<BulkResults results={results} isExport={false} />);
    expect(text).toMatch(/^– This work order is not complete yet.* 2026\.0002 .* 2026\.0001 /);
  });

  it.each(locales)("has every word in %s", async (locale) => {
    const reasons = ["switchedOff", "notComplete", "handled", "workStatus", "beforeStartDate", "done", "sending", "elsewhere", "other", "credentials", "administration", "noTrigger"];
    const refused = reasons.map((reason): BulkResult => ({ id: reason, number: reason, outcome: "refused", code: "export_not_possible", params: { vendor: "Cash", reason } }));
    const { text } = await render(<BulkResults results={[...results, ...refused]} isExport />, { locale });
    expect(text).not.toMatch(/[{}]/);
  });
});

describe("what is going to be done to many", () => {
  function Words({ act, count }: { act: BulkAct; count: number }) {
    return Object.values(useBulkWords(act, count, [send])).join(" | ");
  }
  const target = { connectionId: "c", vendorName: "Cash" };
  const acts: BulkAct[] = [{ kind: "exportAgain", target }, { kind: "doNotSend", target }, { kind: "setStatus", status: "complete" }, { kind: "setWorkStatus", workStatusId: send.id }, { kind: "setWorkStatus", workStatusId: null }];

  it.each(locales)("is said beforehand in %s, with how many and to what", async (locale) => {
    for (const act of acts) {
      const { text } = await render(<Words act={act} count={7} />, { locale });
      expect(text).toContain("7");
      if ("target" in act) expect(text).toContain("Cash");
    }
    expect((await render(<Words act={{ kind: "setWorkStatus", workStatusId: send.id }} count={7} />, { locale })).text).toContain("1 – Naar Cash");
  });
});
