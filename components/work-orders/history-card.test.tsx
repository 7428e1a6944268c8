import { describe, expect, it } from "vitest";
import { HistoryCard } from "@/components/work-orders/history-card";
import { render } from "@/e2e/support/render";
import type { JournalStep } from "@/lib/export/read-journal";
import { locales, type Locale } from "@/lib/i18n/locales";
import type { FieldChange, WorkOrderEvent, WorkOrderEventContent } from "@/lib/work-orders/work-order-events";

const head = { id: "1", at: "2026-11-20T08:30:00.000Z", actor: "Femke Bakker" };
const happened = (content: WorkOrderEventContent, actor: string | null = head.actor): WorkOrderEvent => ({ ...head, ...content, actor });
const history = async (events: readonly WorkOrderEvent[], steps: readonly JournalStep[] = [], locale?: Locale) => (await render(<HistoryCard events={events} steps={steps} />, { locale })).text;
const changed = (field: string, before: string | null, after: string | null, code: string | null = null): FieldChange => ({ field, position: code === null ? null : 1, code, before, after });

/** One of each kind. */
const contents: readonly WorkOrderEventContent[] = [
  { kind: "created", origin: "api" }, { kind: "changed", changes: [changed("price", "9.9", "10.25", "4711")] }, { kind: "statusChanged", before: "retrieved", after: "complete" },
  { kind: "workStatusChanged", before: null, after: "1 – Naar Cash" }, { kind: "revised", revision: 2, documentNumber: "V2026-417" },
  { kind: "exported", vendorName: "Cash", documentNumber: "V2026-417", documentUrl: null, administration: "001" }, { kind: "exportRefused", vendorName: "Cash" }, { kind: "customerCreated", vendorName: "Cash", debtorNumber: "010512" },
];

describe("what happened to a work order", () => {
  it.each([
    "Received from other software", "1 change", "Status: Retrieved → Complete", "Work status: none → 1 – Naar Cash", "Changed after its export as V2026-417: revision 2", "Exported to Cash as V2026-417", "Export to Cash refused",
    "Customer created in Cash with number 010512",
  ])("%s", async (sentence) => {
    expect(await history(contents.map((content, index) => ({ ...happened(content), id: String(index) })))).toContain(sentence);
  });

  it("was done by somebody, or by itself", async () => {
    expect(await history([happened({ kind: "exportRefused", vendorName: "Cash" })])).toContain("20 Nov 2026, 09:30 · Femke Bakker");
    expect(await history([happened({ kind: "exportRefused", vendorName: "Cash" }, null)])).toContain("20 Nov 2026, 09:30 · automatic");
  });
});

describe("a change", () => {
  const change = async (one: FieldChange, locale?: Locale) => history([happened({ kind: "changed", changes: [one] })], [], locale);

  it.each([
    ["an amount in the reader's language", changed("price", "9.9", "1010.25", "4711"), "4711 · Price 9.9 → 1,010.25"],
    ["a number that is none as it stands", changed("customerDebtorNumber", "10023", "10024"), "Customer: number 10023 → 10024"],
    ["a phone number with its zero", changed("customerPhone", "0301234567", null), "Customer: phone 0301234567 → empty"],
    ["a day", changed("endDate", null, "2026-11-20"), "End date empty → 20 Nov 2026"],
    ["a time of day", changed("beginMinute", "490", "480", "MONT"), "MONT · Begin 08:10 → 08:00"],
    ["a duration", changed("totalMinutes", "20", "95", "MONT"), "MONT · Total 0:20 → 1:35"],
    ["yes and no", changed("isTravel", "false", "true", "MONT"), "MONT · Travel no → yes"],
    ["a whole line", changed("material", null, "2 × Ball valve", "2208"), "2208 · Material empty → 2 × Ball valve"],
    ["a field without words as it is called", changed("somethingNew", "1", "2"), "somethingNew 1 → 2"],
  ])("shows %s", async (_what, one, sentence) => {
    expect(await change(one)).toContain(sentence);
  });

  it("of the order alone has no values", async () => {
    expect(await change(changed("lineOrder", null, null))).toMatch(/Order of the lines$/);
  });
});

describe.each(locales)("in %s", (locale) => {
  it("everything that can happen has words, the steps of the exports too", async () => {
    const events = ["intent.created", "intent.withdrawn", "export.postponed", "export.rejected", "export.finished", "record.reserved", "record.sending", "record.answered", "record.created", "send.begun", "send.answered", "worker.lost",
      "ticket.checked", "look-up.found", "look-up.absent", "look-up.unclear", "person.dismissed", "person.linked", "person.asked-again", "person.asked", "person.superseded"] as const satisfies readonly JournalStep["event"][];
    const steps = events.map((event) => ({ id: event, at: head.at, event, actor: null, reference: "2026.1234" }));
    const text = await history(contents.map((content, index) => ({ ...happened(content), id: String(index) })), steps, locale);
    expect(text).toContain("2026.1234");
    expect(events.filter((event) => text.includes(event))).toEqual([]);
  });
});
