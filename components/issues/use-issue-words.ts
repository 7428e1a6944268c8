import { useTranslations } from "next-intl";
import { makeIssueWords } from "@/lib/issues/issue-words";

/** An issue in plain words: what it is, what broke and what to do. */
export function useIssueWords(): ReturnType<typeof makeIssueWords> {
  return makeIssueWords(useTranslations("issues.cause"), useTranslations("sync.kind"), useTranslations("exports"), useTranslations("errors"));
}
