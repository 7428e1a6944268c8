import { createFormatter, createTranslator, type useTranslations } from "next-intl";
import { formats } from "@/lib/i18n/formats";
import { regionalLocales, type Locale, type RegionalLocale } from "@/lib/i18n/locales";
import deErrors from "@/lib/i18n/messages/de/errors.json";
import deExports from "@/lib/i18n/messages/de/exports.json";
import deIssues from "@/lib/i18n/messages/de/issues.json";
import deNotices from "@/lib/i18n/messages/de/notices.json";
import deSync from "@/lib/i18n/messages/de/sync.json";
import enErrors from "@/lib/i18n/messages/en/errors.json";
import enExports from "@/lib/i18n/messages/en/exports.json";
import enIssues from "@/lib/i18n/messages/en/issues.json";
import enNotices from "@/lib/i18n/messages/en/notices.json";
import enSync from "@/lib/i18n/messages/en/sync.json";
import nlErrors from "@/lib/i18n/messages/nl/errors.json";
import nlExports from "@/lib/i18n/messages/nl/exports.json";
import nlIssues from "@/lib/i18n/messages/nl/issues.json";
import nlNotices from "@/lib/i18n/messages/nl/notices.json";
import nlSync from "@/lib/i18n/messages/nl/sync.json";
import ptErrors from "@/lib/i18n/messages/pt/errors.json";
import ptExports from "@/lib/i18n/messages/pt/exports.json";
import ptIssues from "@/lib/i18n/messages/pt/issues.json";
import ptNotices from "@/lib/i18n/messages/pt/notices.json";
import ptSync from "@/lib/i18n/messages/pt/sync.json";
import { makeIssueWords, type IssueWords, type WordedIssue } from "@/lib/issues/issue-words";

/** The same keys in every language, which a test holds: the types of one are enough. */
type Texts = { errors: typeof enErrors; exports: typeof enExports; issues: typeof enIssues; notices: typeof enNotices; sync: typeof enSync };

const texts: Record<Locale, Texts> = {
  en: { errors: enErrors, exports: enExports, issues: enIssues, notices: enNotices, sync: enSync },
  nl: { errors: nlErrors, exports: nlExports, issues: nlIssues, notices: nlNotices, sync: nlSync },
  de: { errors: deErrors, exports: deExports, issues: deIssues, notices: deNotices, sync: deSync },
  pt: { errors: ptErrors, exports: ptExports, issues: ptIssues, notices: ptNotices, sync: ptSync },
};

type MessageWords = ReturnType<typeof useTranslations<"notices.message">>;

/** What notices are written with, in a receiver's language and on its account's clock. */
export type NoticeTexts = {
  language: RegionalLocale;
  message: MessageWords;
  /** The same words as on the page of the issue. */
  issue: (issue: WordedIssue, vendorName: string) => IssueWords;
  moment: (at: Date) => string;
};

/** The words of a language, outside of any page. @param timeZone IANA name */
export function noticeTexts(locale: Locale, timeZone: string): NoticeTexts {
  const language = regionalLocales[locale];
  const own = { locale: language, messages: texts[locale] };
  const format = createFormatter({ locale: language, timeZone });
  return {
    language,
    message: createTranslator({ ...own, namespace: "notices.message" }),
    issue: makeIssueWords(
      createTranslator({ ...own, namespace: "issues.cause" }),
      createTranslator({ ...own, namespace: "sync.kind" }),
      createTranslator({ ...own, namespace: "exports" }),
      createTranslator({ ...own, namespace: "errors" }),
    ),
    moment: (at) => format.dateTime(at, formats.dateTime.moment),
  };
}
