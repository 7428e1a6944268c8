import type { useTranslations } from "next-intl";
import { followUpIds } from "@/lib/connectors/exporter";
import { recordKinds } from "@/lib/connectors/record-kinds";
import { errorCodes, type ErrorCode } from "@/lib/errors";
import { problemSentence } from "@/lib/export/problem-words";
import { literalLanguage } from "@/lib/i18n/literal-language";
import type { IssueRow } from "@/lib/issues/stored-issue";

/** `language`: of what broke, where that sentence stands literally in every language. */
export type IssueWords = { title: string; broke: string; next: string; language: "nl" | "en" | undefined };

/** What is said of an issue. */
export type WordedIssue = Pick<IssueRow, "cause" | "subject" | "params" | "records" | "recordCount">;

type CauseWords = ReturnType<typeof useTranslations<"issues.cause">>;
type KindWords = ReturnType<typeof useTranslations<"sync.kind">>;
type ExportWords = ReturnType<typeof useTranslations<"exports">>;
type ErrorWords = ReturnType<typeof useTranslations<"errors">>;

/** An issue in plain words, on a page and in an e-mail: what it is, what broke and what to do. An error and a problem of an export are said in the words they have everywhere. */
export function makeIssueWords(t: CauseWords, kinds: KindWords, exports: ExportWords, errors: ErrorWords): (issue: WordedIssue, vendorName: string) => IssueWords {
  /** Why it was with a single work order; several may each have a reason of their own. */
  const reasonOf = ({ params, recordCount }: WordedIssue, words: Record<string, string | number>) => {
    const code = errorCodes.find((one) => one === params["code"]);
    return code && recordCount === 1 ? errors(`${code}.message`, words) : "";
  };
  return (issue, vendor) => {
    const words = { ...issue.params, vendor, subject: issue.subject, count: issue.recordCount };
    const said = (title: string, broke: string, next: string): IssueWords => ({ title, broke, next, language: undefined });
    const ofError = (title: string, code: ErrorCode): IssueWords => ({ title, broke: errors(`${code}.message`, words), next: errors(`${code}.remedy`, words), language: literalLanguage(code) });
    switch (issue.cause) {
      case "credentialsExpired":
      case "vendorDown":
      case "syncFailed":
      case "webhookDead":
      case "exportsWaiting":
      case "documentsUnread":
        return ofError(t(`${issue.cause}.title`, words), codeOf(issue));
      case "administrationMissing":
        return ofError(t("administrationMissing.title", words), "administration_missing");
      case "recordsFailed":
        return said(t("recordsFailed.title", { ...words, kind: kinds(kindOf(issue)) }), t("recordsFailed.broke"), t("recordsFailed.next", words));
      case "syncLate":
        return said(t("syncLate.title", words), t("syncLate.broke", { minutes: 15, ...words }), t("syncLate.next"));
      case "guardTripped":
        return said(t("guardTripped.title", words), t("guardTripped.broke", { emptied: "no", wouldGo: 0, of: 0, ...words }), t("guardTripped.next", words));
      case "mappingMissing":
      case "exportRejected":
      case "exportNeedsReview": {
        const title = t(`${issue.cause}.title`, words);
        const only = issue.recordCount === 1 && issue.records[0]?.type === "workOrder" ? issue.records[0].problem : null;
        if (!only) return said(title, t(`${issue.cause}.broke`, words), t(`${issue.cause}.next`, words));
        const { message, remedy } = problemSentence(exports, only);
        return said(title, message, remedy ?? t(`${issue.cause}.next`, words));
      }
      case "followUpFailed":
        return said(t("followUpFailed.title", words), [reasonOf(issue, words), t("followUpFailed.broke", words)].join(" ").trim(), exports(`followUp.remedy.${followUpOf(issue)}`, { vendor }));
      case "licenceLapsed":
      case "deliveriesFailed":
      case "exportUncertain":
        return said(t(`${issue.cause}.title`, words), t(`${issue.cause}.broke`, words), t(`${issue.cause}.next`, words));
    }
  };
}

const codeOf = ({ params, subject }: WordedIssue): ErrorCode => errorCodes.find((code) => code === params["code"] || code === subject) ?? "unexpected";
const kindOf = ({ subject }: WordedIssue) => recordKinds.find((kind) => kind === subject) ?? "relations";
const followUpOf = ({ subject }: WordedIssue) => followUpIds.find((id) => id === subject) ?? "email";
