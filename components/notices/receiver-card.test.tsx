import { describe, expect, it } from "vitest";
import { NoMailServer } from "@/components/notices/no-mail-server";
import { draftOf, entryOf } from "@/components/notices/receiver-draft";
import { ReceiverCard } from "@/components/notices/receiver-card";
import type { ShownNotice } from "@/components/notices/notice-list";
import { exampleIssue } from "@/components/issues/testing/example-issue";
import { render } from "@/e2e/support/render";
import { locales, type Locale } from "@/lib/i18n/locales";
import { deliveryProblems } from "@/lib/notices/delivery";
import type { ReceiverRow } from "@/lib/notices/list-receivers";
import { noticeTopics } from "@/lib/notices/topics";

const never = () => Promise.resolve({});
const actions = { change: never, switch: never, remove: never, renewSecret: never, test: never };
const receiver: Omit<ReceiverRow, "notices"> = {
  id: "1", channel: "email", address: "office@bakker.example", name: "office@bakker.example", locale: "nl", topics: [...noticeTopics], quiet: { from: 22 * 60, to: 6 * 60 + 30 }, isOn: true,
};
const notice: ShownNotice = { id: "n1", at: "2026-11-20T08:31:00.000Z", kind: "opened", state: "sent", problem: null, answer: null, issue: exampleIssue, vendorName: "Cash" };
const card = (changes: Partial<typeof receiver>, notices: ShownNotice[], locale: Locale = "en") =>
  render(<ReceiverCard receiver={{ ...receiver, ...changes }} notices={notices} actions={actions} surroundings={{ timeZone: "Europe/Amsterdam", locale }} />, { locale });

describe("a receiver", () => {
  it("says of what it is told, when not, and what it was told last", async () => {
    const { text, links, buttons } = await card({}, [notice, { ...notice, id: "n2", kind: "resolved", state: "failed", problem: "answered", answer: 500 }]);
    expect(text).toContain("office@bakker.example Told of Action required, Exports failing and Late · in Nederlands · quiet from 22:00 to 06:30");
    expect(text).toContain("Cash is not available Opened · Told · 20 Nov 2026, 09:31");
    expect(text).toContain("Resolved · Failed, is tried again · 20 Nov 2026, 09:31 The receiver refused it (answer 500).");
    expect(links).toContainEqual({ words: "Cash is not available", href: `/issues/${exampleIssue.id}` });
    expect(buttons).toEqual(expect.arrayContaining(["Tell office@bakker.example", "Send a test to office@bakker.example", "Change office@bakker.example", "More for office@bakker.example"]));
  });

  it("that was told nothing and is switched off says so", async () => {
    const { text } = await card({ isOn: false, quiet: null }, []);
    expect(text).toContain("at any time Switched off E-mail");
    expect(text).toContain("Nothing has been told yet.");
  });

  it.each(locales)("has every word in %s, whatever became of its notices", async (locale) => {
    const states = (["waiting", "sent", "failed", "givenUp", "dropped"] as const).map((state, index) => ({ ...notice, id: `s${index}`, state }));
    const problems = deliveryProblems.map((problem) => ({ ...notice, id: problem, problem, answer: 550 }));
    expect((await card({ channel: "webhook", address: "https://hooks.example/", name: "hooks.example" }, [...states, ...problems], locale)).text).toContain("hooks.example");
    expect((await render(<NoMailServer />, { locale })).text).toContain("SMTP_URL");
  });
});

describe("what is entered", () => {
  it("keeps the hours while they are switched off, and hands them on only while they are on", () => {
    const draft = draftOf({ address: "a@b.example", locale: "de", topics: ["late"], quiet: { from: 60, to: 120 } });
    expect(draft).toMatchObject({ hasQuiet: true, from: "01:00", to: "02:00" });
    expect(entryOf({ ...draft, hasQuiet: false })).toEqual({ address: "a@b.example", locale: "de", topics: ["late"], quiet: null });
    expect(entryOf({ ...draft, to: "23:15" }).quiet).toEqual({ from: 60, to: 1395 });
  });
});
