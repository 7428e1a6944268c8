import { useMessages, useTranslations } from "next-intl";
import { isTextAt } from "@/components/log/text-at";

type LogKey = Parameters<ReturnType<typeof useTranslations<"log">>>[0];
type Params = Record<string, string | number>;

/**
 * The sentences of log entries. Entries keep keys, and outlive the code that wrote them: one whose sentence is gone is
 * shown by the name of what was done.
 */
export function useLogTexts() {
  const t = useTranslations("log");
  const { log } = useMessages();
  const isKey = (key: string): key is LogKey => isTextAt(log, key);
  const text = (key: string, params: Params): string | null => (isKey(key) ? t(key, params) : null);
  return {
    sentence: ({ messageKey, params, operation }: { messageKey: string; params: Params; operation: string }) => text(messageKey, params) ?? operation,
    remedy: ({ remedy, params }: { remedy: string | null; params: Params }) => (remedy === null ? null : text(`remedy.${remedy}`, params)),
  };
}
