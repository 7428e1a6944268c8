import { describe, expect, it } from "vitest";
import { ExportBox } from "@/components/exports/export-box";
import { exampleAnswers, exampleCandidate, exampleExportActions, exampleStanding } from "@/components/exports/testing/example-standing";
import { render } from "@/e2e/support/render";
import type { ExportAnswer, ExportChoice, ExportStanding } from "@/lib/export/export-standing";
import { locales, type Locale } from "@/lib/i18n/locales";

type Look = { own?: Partial<ExportStanding>; mayAct?: boolean; isAdministrator?: boolean; locale?: Locale };

const box = (answer: ExportAnswer, { own, mayAct = true, isAdministrator = false, locale }: Look = {}) =>
  render(<ExportBox workOrder={{ id: "w", number: "2026.1234" }} standing={exampleStanding(answer, own)} actions={mayAct ? exampleExportActions : null} isAdministrator={isAdministrator} />, { locale });
const answers: readonly ExportAnswer[] = Object.values(exampleAnswers);

describe("why a work order is (not) at the vendor", () => {
  it("is asked the way it stands", async () => {
    expect((await box(exampleAnswers.done)).text).toContain("Why is it in Cash?");
    expect((await box(exampleAnswers.changedSince)).text).toContain("Why is it in Cash?");
    expect((await box(exampleAnswers.finishing)).text).toContain("Why is it in Cash?");
    expect((await box(exampleAnswers.notFinished)).text).toContain("Why is it in Cash?");
    for (const answer of answers.filter(({ kind }) => !["done", "changedSince", "finishing", "notFinished"].includes(kind))) expect((await box(answer)).text).toContain("Why is it not in Cash?");
  });

  it.each([
    ["done", "It is in Cash under number V2026-417 Booked on 20 Nov 2026, 09:30 (Bakker B.V.)."],
    ["changedSince", "Cash has number V2026-417 of 20 Nov 2026, 09:30, without the changes of revision 2."],
    ["elsewhere", "It goes to EasyBill, and a work order goes to one bookkeeping only Its number there is not known yet."],
    ["credentials", "as soon as an administrator has connected Cash again."],
    ["notComplete", "Its status is Retrieved."],
    ["workStatus", "Its work status is not 1 – Naar Cash It has no work status. Choose 1 – Naar Cash"],
    ["beforeStartDate", "It was completed before 1 Nov 2026 Completed on 31 Oct 2026."],
    ["due", "That is at 09:45. Everything it needs is there."],
    ["waiting", "It is next as soon as that is possible. Nothing is lost. Cash cannot be reached."],
    ["sending", "Since 09:30."],
    ["finishing", "It stands there as 2026.1234. The rest follows by itself, next at 09:45."],
    ["notFinished", "Draft 2026.1234 stands there since 20 Nov 2026, 09:30. Correct what Cash names and try again"],
    ["gone", "Its document RE-1001 was cancelled in Cash It was booked on 20 Nov 2026, 09:30. Nothing is sent again by itself. If the work is still to be billed, export it again: that books another document with the reference 2026.1234-2."],
    ["uncertain", "The answer to what was sent at 09:30 did not arrive. It is looked up in Cash before anything is sent again, next at 09:45."],
    ["needsReview", "Number V2026-418 in Cash carries the reference of work order 2026.1234, but differs"],
    ["error", "Material 4711 on work order 2026.1234 not found in Cash"],
    ["dismissed", "Femke Bakker decided so on 20 Nov 2026, 09:30."],
  ] as const)("%s", async (kind, sentence) => {
    expect((await box(exampleAnswers[kind])).text).toContain(sentence);
  });

  it("names every problem, in people's words, with what the vendor said word for word", async () => {
    const { text, html } = await box(exampleAnswers.error);
    expect(text).toContain("Cash refuses Quantity “x” of order line on work order 2026.1234");
    expect(html).toMatch(/<pre lang="nl"[^>]*>Ongeldige waarde 2410=x<\/pre>/);
  });

  it("leads administrators to the settings, and nobody else", async () => {
    const places = async (kind: keyof typeof exampleAnswers, isAdministrator: boolean) => (await box(exampleAnswers[kind], { isAdministrator })).links.map(({ href }) => href);
    for (const kind of ["notConnected", "switchedOff", "beforeStartDate"] as const) expect(await places(kind, true)).toEqual(["/settings/integrations/cash"]);
    expect(await places("credentials", true)).toEqual(["/settings/integrations/cash#connection"]);
    expect(await places("licence", true)).toEqual(["/settings/licences#cash"]);
    expect(await places("licence", false)).toEqual([]);
    expect(await places("notComplete", true)).toEqual([]);
  });

  it("shows the conditions, met, not met and not known, with the fact behind them", async () => {
    const { text } = await box(exampleAnswers.due, { own: { conditions: [{ name: "connected", isMet: true, value: null }, { name: "afterStartDate", isMet: false, value: "2026-11-01" }, { name: "customerFound", isMet: null, value: "10023" }] } });
    expect(text).toMatch(/Cash is connected .*Completed after the start date 1 Nov 2026 .*Customer found 10023/);
  });
});

describe("what can be done about it", () => {
  const everything: readonly ExportChoice[] = ["exportNow", "exportAgain", "exportRevision", "doNotSend", "linkToExisting", "sendAgain"];

  it("has a button for each choice; linking stands beside each document that may be meant", async () => {
    const { buttons } = await box(exampleAnswers.needsReview, { own: { choices: everything } });
    expect(buttons).toEqual([`Link to ${exampleCandidate.number}`, "Export now", "Export again", "Export the revision", "Do not send", "Send again"]);
  });

  it("is nothing for whoever may only read, who sees the documents all the same", async () => {
    const { text, buttons } = await box(exampleAnswers.needsReview, { own: { choices: everything }, mayAct: false });
    expect(buttons).toEqual([]);
    expect(text).toContain("V2026-418 19 Nov 2026 · Bakkerij De Korenaar");
  });

  it("is nothing that is not offered", async () => {
    expect((await box(exampleAnswers.needsReview)).buttons).toEqual([]);
    expect((await box(exampleAnswers.due, { own: { choices: ["exportNow"], connectionId: null } })).buttons).toEqual([]);
  });

  it("tells documents apart field by field, an unknown field by its name", async () => {
    const { text } = await box(exampleAnswers.needsReview);
    expect(text).toMatch(/Quantity .*2.*3.*F9999 .*–.*x/);
  });
});

describe.each(locales)("in %s", (locale) => {
  it.each(answers.map((answer) => [answer.kind, answer] as const))("%s has every word", async (_kind, answer) => {
    const { text } = await box(answer, { own: { choices: ["exportNow", "doNotSend", "linkToExisting"] }, isAdministrator: true, locale });
    expect(text).toContain("Cash");
  });
});
