import { createTranslator } from "next-intl";
import type { FieldProblem } from "@/lib/api/field-problems";
import { problemSentence } from "@/lib/api/problem-sentence";
import type { ErrorCode, ErrorParams } from "@/lib/errors";
import { regionalLocales, type Locale } from "@/lib/i18n/locales";
import deErrors from "@/lib/i18n/messages/de/errors.json";
import deIntake from "@/lib/i18n/messages/de/intake.json";
import enErrors from "@/lib/i18n/messages/en/errors.json";
import enIntake from "@/lib/i18n/messages/en/intake.json";
import nlErrors from "@/lib/i18n/messages/nl/errors.json";
import nlIntake from "@/lib/i18n/messages/nl/intake.json";
import ptErrors from "@/lib/i18n/messages/pt/errors.json";
import ptIntake from "@/lib/i18n/messages/pt/intake.json";

const texts = {
  en: { errors: enErrors, intake: enIntake },
  nl: { errors: nlErrors, intake: nlIntake },
  de: { errors: deErrors, intake: deIntake },
  pt: { errors: ptErrors, intake: ptIntake },
} as const satisfies Record<Locale, object>;

/** What an answer of the API says, in the language of the request. */
export type ApiWords = {
  locale: Locale;
  /** Why a field is refused. */
  problem: (problem: FieldProblem) => string;
  /** What is so, and what to do. */
  error: (code: ErrorCode, params: ErrorParams) => { title: string; detail: string };
};

/** The words of a language, outside of any page: a request with a key has no session to take a language from. */
export function apiWords(locale: Locale): ApiWords {
  const problems = createTranslator({ locale: regionalLocales[locale], messages: texts[locale], namespace: "intake.problem" });
  const errors = createTranslator({ locale: regionalLocales[locale], messages: texts[locale], namespace: "errors" });
  return {
    locale,
    problem: (problem) => problemSentence(problems, problem),
    error: (code, params) => ({ title: errors(`${code}.message`, params), detail: errors(`${code}.remedy`, params) }),
  };
}
