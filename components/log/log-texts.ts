import type { useTranslations } from "next-intl";
import { problemParams } from "@/lib/export/problem-words";
import { isTextAt } from "@/components/log/text-at";
import { errorCodes } from "@/lib/errors";
import type { LogLevel } from "@/lib/generated/prisma/enums";

type Log = ReturnType<typeof useTranslations<"log">>;
type Exports = ReturnType<typeof useTranslations<"exports">>;
type LogKey = Parameters<Log>[0];
type ExportsKey = Parameters<Exports>[0];
type Errors = ReturnType<typeof useTranslations<"errors">>;
type Params = Record<string, string | number>;

/** What is wrong with an export is said everywhere in the same words: entries about it keep the whole key of the sentence. */
const EXPORTS = "exports.";

export type LogTexts = {
  sentence: (entry: { messageKey: string; params: Params; operation: string }) => string;
  /** What to do next: what the entry says, else what its error does. */
  remedy: (entry: { remedy: string | null; params: Params; level: LogLevel }) => string | null;
};

/**
 * The sentences of log entries. Entries keep keys, and outlive the code that wrote them: one whose sentence is gone is
 * shown by the name of what was done.
 */
export function createLogTexts({ log, exports, errors, messages }: { log: Log; exports: Exports; errors: Errors; messages: { log?: unknown; exports?: unknown } }): LogTexts {
  const isKey = (key: string): key is LogKey => isTextAt(messages.log, key);
  const isOfExports = (key: string): key is ExportsKey => isTextAt(messages.exports, key);
  const text = (key: string, params: Params): string | null => {
    const ofExports = key.startsWith(EXPORTS) ? key.slice(EXPORTS.length) : null;
    if (ofExports !== null) return isOfExports(ofExports) ? exports(ofExports, problemParams(exports, params)) : null;
    return isKey(key) ? log(key, params) : null;
  };
  return {
    sentence: ({ messageKey, params, operation }) => text(messageKey, params) ?? operation,
    remedy: ({ remedy, params, level }) => {
      const own = remedy === null ? null : text(remedy.startsWith(EXPORTS) ? remedy : `remedy.${remedy}`, params);
      const code = level === "error" ? errorCodes.find((one) => one === params["code"]) : undefined;
      return own ?? (code ? errors(`${code}.remedy`, params) : null);
    },
  };
}
