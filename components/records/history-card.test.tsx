import { describe, expect, it } from "vitest";
import { HistoryCard } from "@/components/records/history-card";
import { useLookUpSentence } from "@/components/records/use-look-up-sentence";
import { render } from "@/e2e/support/render";
import type { RecordStep } from "@/lib/changes/list-changes";
import { locales, type Locale } from "@/lib/i18n/locales";
import type { LookUpAnswer } from "@/lib/look-up/read-answer";

const step: RecordStep = { id: "1", at: new Date("2026-11-20T08:30:00.000Z"), kind: "relations", localId: "9", label: null, what: "changed", source: "sync", vendor: "Cash", reason: null, runId: "r1", workOrder: null, actor: null, changes: [] };
const card = (steps: readonly Partial<RecordStep>[], { next = null, isTop = true, locale }: { next?: string | null; isTop?: boolean; locale?: Locale } = {}) =>
  render(<HistoryCard kind="relations" id="9" history={{ steps: steps.map((one, index) => ({ ...step, id: String(index), ...one })), next, isTop }} />, { locale });
const change = (field: string, before: string | null, after: string | null) => ({ field, before, after });

describe("the history of a record", () => {
  it.each([
    ["a sync", { changes: [change("city", "Utrecht", "Zeist")] }, "Changed by a sync with Cash 20 Nov 2026, 09:30 · Sync City: Utrecht → became Zeist"],
    ["a webhook", { source: "webhook", vendor: "EasyBill" }, "Change reported by EasyBill"],
    ["a look-up", { source: "lookUp", actor: "Vera" }, "Looked up at Cash 20 Nov 2026, 09:30 · Vera"],
    ["a person", { source: "hand", vendor: null, runId: null, actor: "Piet", changes: [change("price", "12.5", null)] }, "Edited by hand 20 Nov 2026, 09:30 · Piet Price: 12.50 → became empty"],
    ["going", { what: "deactivated", reason: "blocked" }, "No longer in use: Blocked 20 Nov 2026, 09:30 · Changed by a sync with Cash · Sync"],
    ["coming back, of what hangs under it", { what: "reactivated", kind: "deliveryAddresses", label: "Loods" }, "Delivery address Loods: In use again"],
    ["being brought in", { what: "created", runId: null }, "Brought in from Cash"],
    ["being linked", { what: "linked", runId: null }, "Linked with Cash: it was here already"],
    ["an export that created it", { what: "created", source: "export", runId: null, workOrder: { id: "w", number: "2026.1234" } }, "Created in Cash by an export 20 Nov 2026, 09:30 · Work order 2026.1234"],
    ["an export that brought it back", { what: "reactivated", source: "export", runId: null }, "In use again 20 Nov 2026, 09:30 · Changed by an export to Cash"],
    ["yes and no", { source: "hand", changes: [change("billable", "true", "false")] }, "Billable: yes → became no"],
  ] as const)("tells of %s", async (_what, own, sentence) => {
    expect((await card([{ ...own, changes: "changes" in own ? [...own.changes] : [] }])).text).toContain(sentence);
  });

  it("folds many fields, and cuts long texts, which stand there whole on hover", async () => {
    const long = "x".repeat(300);
    const many = ["name", "street", "city", "phone", "mobile", "email"].map((field) => change(field, "a", "b"));
    const { text, html } = await card([{ changes: many }, { changes: [change("name", "a", long)] }]);
    expect(text).toContain("6 fields changed");
    expect(text).not.toContain(long);
    expect(html).toContain(`title="${long}"`);
  });

  it("leads to what is older, and back to the newest", async () => {
    const { links } = await card([{}], { next: "2026,1", isTop: false });
    expect(links).toEqual([{ words: "Sync", href: "/runs/r1" }, { words: "Newest", href: "/relations/9" }, { words: "Older", href: "/relations/9?before=2026%2C1" }]);
    expect((await card([])).text).toContain("Nothing has changed here in the last year.");
  });

  it.each(locales)("has every word in %s", async (locale) => {
    const all = (["created", "linked", "changed", "deactivated", "reactivated"] as const).flatMap((what) => (["sync", "webhook", "lookUp", "hand", "export"] as const).map((source) => ({ what, source })));
    expect((await card(all, { locale, isTop: false, next: "x" })).links.length).toBeGreaterThan(all.length);
  });
});

function Sentence({ answer }: { answer: LookUpAnswer }) {
  return useLookUpSentence({ kind: "relations", vendor: "Cash" })(answer);
}
const answers: [LookUpAnswer, string][] = [
  [{ state: "unchanged", keepsEdits: false }, "Cash has it just like this: nothing has changed."],
  [{ state: "unchanged", keepsEdits: true }, "Nothing has changed at Cash since. What was changed here stays."],
  [{ state: "changed", fields: ["city", "phone"], below: 0 }, "Taken over from Cash: City and Phone."],
  [{ state: "changed", fields: [], below: 2 }, "2 records that belong to it have changed."],
  [{ state: "back", fields: [] }, "It is in use again, as Cash has it."],
  [{ state: "left", reason: "gone" }, "It is no longer in use: No longer there at the vendor."],
  [{ state: "kept", reason: "missingCity" }, "The city is missing. The last good version stays."],
  [{ state: "switchedOff" }, "Relations of Cash are not imported: the switch for them is off."],
];

describe("what came of a look-up", () => {
  it.each(answers)("%j", async (answer, sentence) => {
    expect((await render(<Sentence answer={answer} />)).text).toContain(sentence);
    for (const locale of locales) expect((await render(<Sentence answer={answer} />, { locale })).text.length).toBeGreaterThan(10);
  });
});
