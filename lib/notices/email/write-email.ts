import type { useTranslations } from "next-intl";
import type { NoticeKind } from "@/lib/generated/prisma/enums";
import type { Email } from "@/lib/notices/email/send-email";
import type { Message, MessageIssue, MessageReceiver } from "@/lib/notices/message";
import { noticeTexts, type NoticeTexts } from "@/lib/notices/notice-texts";

type Words = ReturnType<typeof useTranslations<"notices.message">>;
type Surroundings = { appUrl: string; vendorName: (vendor: string) => string };

/** One paragraph group of an e-mail: a heading, sentences below it, and where it leads. */
type Part = { title: string | null; language: string | undefined; lines: string[]; link: { href: string; words: string } };

/** The e-mail of a message: what broke, since when, what to do, and where. */
export function writeEmail({ id, kind, receiver, issues }: Message, { appUrl, vendorName }: Surroundings): Email {
  const texts = noticeTexts(receiver.locale, receiver.timeZone);
  const parts = issues.map((one) => partOf(texts.message, one, texts, { appUrl, vendorName }));
  const opening = openingOf(texts.message, kind, { account: receiver.accountName, count: issues.length, title: parts[0]?.title ?? "" });
  const references = issues.flatMap(({ openedWith }) => openedWith ?? []).map((opened) => messageIdOf(opened, appUrl));
  return { ...layOut(texts.message, texts, { ...opening, parts, receiver }), messageId: messageIdOf(id, appUrl), references: [...new Set(references)] };
}

/** The e-mail behind the test button. */
export function writeTestEmail(id: string, receiver: MessageReceiver, { appUrl }: Pick<Surroundings, "appUrl">): Email {
  const texts = noticeTexts(receiver.locale, receiver.timeZone);
  const { subject, lead, open } = testWords(texts.message, { account: receiver.accountName });
  const part: Part = { title: null, language: undefined, lines: [], link: { href: new URL("/settings/notices", appUrl).href, words: open } };
  return { ...layOut(texts.message, texts, { subject, lead, parts: [part], receiver }), messageId: messageIdOf(id, appUrl), references: [] };
}

/** The subject and the first sentence: one issue by its title, several by their number. */
function openingOf(t: Words, kind: NoticeKind, words: { account: string; count: number; title: string }): Pick<Layout, "subject" | "lead"> {
  return kind === "opened" ? { subject: t("openedSubject", words), lead: t("openedLead", words) } : { subject: t("resolvedSubject", words), lead: t("resolvedLead", words) };
}

function testWords(t: Words, words: { account: string }): Pick<Layout, "subject" | "lead"> & { open: string } {
  return { subject: t("testSubject", words), lead: t("testLead", words), open: t("testOpen") };
}

function partOf(t: Words, { issue }: MessageIssue, { issue: wordsOf, moment }: NoticeTexts, { appUrl, vendorName }: Surroundings): Part {
  const said = wordsOf(issue, vendorName(issue.vendor));
  const since = moment(new Date(issue.firstAt));
  const link = { href: new URL(`/issues/${issue.id}`, appUrl).href, words: t("open") };
  if (issue.resolvedAt !== null) return { title: said.title, language: undefined, lines: [t("until", { since, at: moment(new Date(issue.resolvedAt)) })], link };
  return { title: said.title, language: said.language, lines: [said.broke, said.next, t("since", { at: since })], link };
}

type Layout = { subject: string; lead: string; parts: readonly Part[]; receiver: MessageReceiver };

function layOut(t: Words, { language }: NoticeTexts, { subject, lead, parts, receiver }: Layout): Pick<Email, "to" | "subject" | "text" | "html"> {
  const why = t("why", { address: receiver.address, account: receiver.accountName });
  const text = [lead, ...parts.map(({ title, lines, link }) => [...(title === null ? [] : [title]), ...lines, link.href].join("\n")), `-- \n${why}`].join("\n\n");
  const html = `<!doctype html><html lang="${language}"><body style="font-family:sans-serif;line-height:1.5;max-width:40em">
<p>${escape(lead)}</p>
${parts.map(partAsHtml).join("\n")}
<p style="color:#666;font-size:smaller">${escape(why)}</p>
</body></html>`;
  return { to: receiver.address, subject: subject.replace(/\s+/g, " "), text, html };
}

/** The sentence that stands literally in every language is said to be in the one it is in. */
function partAsHtml({ title, language, lines, link }: Part): string {
  const [first, ...others] = lines.map(escape);
  const paragraphs = [...(first === undefined ? [] : [language ? `<span lang="${language}">${first}</span>` : first]), ...others, `<a href="${escape(link.href)}">${escape(link.words)}</a>`];
  return `${title === null ? "" : `<h2 style="font-size:1.1em;margin-bottom:0">${escape(title)}</h2>\n`}<p style="margin-top:0">${paragraphs.join("<br>\n")}</p>`;
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? "");
}

/** The Message-ID of a message: the same for every try. */
function messageIdOf(id: string, appUrl: string): string {
  return `<${id}@${new URL(appUrl).hostname}>`;
}
