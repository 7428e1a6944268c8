import { describe, expect, it } from "vitest";
import { DocumentCard } from "@/components/exports/document-card";
import { render } from "@/e2e/support/render";
import { documentStates } from "@/lib/connectors/document-state";
import { followUpStates, type DocumentView, type FollowUpStanding } from "@/lib/export/export-standing";
import { locales, type Locale } from "@/lib/i18n/locales";

const final: DocumentView = { state: "final", number: "RE-1001", url: "https://easybill.example/1001", totalCents: 123_456, paidCents: 0, dueOn: "2026-12-04", paidOn: null, seenAt: "2026-11-20T08:36:00.000Z", followUps: [] };
const lookUp = () => Promise.resolve({});
const card = (own: Partial<DocumentView> = {}, locale?: Locale, may: typeof lookUp | null = null) =>
  render(<DocumentCard workOrderId="1" standing={{ vendor: "easybill", vendorName: "EasyBill" }} document={{ ...final, ...own }} lookUp={may} />, { locale });

describe("the document of a work order", () => {
  it("says what it is, what it comes to and until when it is to be paid", async () => {
    const { text, links } = await card();
    expect(text).toMatch(/^Invoice in EasyBill Final €1,234\.56 Number RE-1001 Due on 4 Dec 2026/);
    expect(links).toEqual([{ words: "Open in EasyBill", href: "https://easybill.example/1001" }]);
  });

  it("has a title but no number as long as it is a draft", async () => {
    const { text } = await card({ state: "draft", number: "2026.1234 PO 77120", dueOn: null });
    expect(text).toContain("Title 2026.1234 PO 77120");
    expect(text).not.toContain("Number");
  });

  it("writes amounts as the language does", async () => {
    expect((await card({}, "de")).text.replaceAll("\u00a0", " ")).toContain("1.234,56 €");
  });

  it("that is paid in part says how much, and how much is open, to the cent", async () => {
    const { text, html } = await card({ state: "partlyPaid", paidCents: 50_001 });
    expect(text).toContain("€500.01 paid, €734.55 open");
    expect(html).toMatch(/role="progressbar"[^>]*aria-valuenow="50001"|aria-valuenow="50001"[^>]*role="progressbar"/);
  });

  it("that is paid says when, and no longer until when", async () => {
    const { text } = await card({ state: "paid", paidCents: 123_456, paidOn: "2026-11-19" });
    expect(text).toContain("Paid on 19 Nov 2026");
    expect(text).not.toContain("Due on");
  });

  it("that is cancelled or deleted no longer counts with its amount", async () => {
    for (const state of ["cancelled", "deleted"] as const) expect((await card({ state })).html).toContain("line-through");
    expect((await card()).html).not.toContain("line-through");
  });

  it("says when the vendor last told of it, and can be asked for now by those who may", async () => {
    const { text, buttons } = await card({ state: null, totalCents: null }, "en", lookUp);
    expect(text).toMatch(/^Invoice in EasyBill Number RE-1001 Last seen in EasyBill 20 Nov 2026, 09:36 Open in EasyBill/);
    expect(buttons).toEqual(["Look up now in EasyBill"]);
    expect((await card()).buttons).toEqual([]);
  });
});

describe("what was done with it", () => {
  const withSteps = (followUps: FollowUpStanding[], locale?: Locale) => card({ followUps }, locale);

  it("names each with how it ended; what went wrong says why and what to do", async () => {
    const { text } = await withSteps([
      { id: "attachment", state: "failed", error: { code: "vendor_unreachable", params: {} } },
      { id: "finish", state: "done", error: null },
      { id: "email", state: "uncertain", error: null },
    ]);
    expect(text).toContain("Work order as PDF: refused EasyBill cannot be reached. Attach the PDF in EasyBill by hand if the customer needs it.");
    expect(text).toContain("Finishing: done E-mail to the customer: not certain Look in EasyBill whether it went out");
  });

  it.each(locales)("has every word in %s", async (locale) => {
    for (const state of followUpStates) expect((await withSteps([{ id: "attachment", state, error: null }], locale)).text).not.toBe("");
    for (const state of documentStates) expect((await card({ state }, locale)).text).toContain("EasyBill");
  });
});
