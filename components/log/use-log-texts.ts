import { useMessages, useTranslations } from "next-intl";
import { createLogTexts, type LogTexts } from "@/components/log/log-texts";

/** The sentences of log entries in the reader's language. */
export function useLogTexts(): LogTexts {
  return createLogTexts({ log: useTranslations("log"), exports: useTranslations("exports"), errors: useTranslations("errors"), messages: useMessages() });
}
