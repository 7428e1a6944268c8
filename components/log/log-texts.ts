import type { useTranslations } from "next-intl";
import { problemParams } from "@/lib/export/problem-words";
import { isTextAt } from "@/components/log/text-at";

type Log = ReturnType<typeof useTranslations<"log">>;
type Exports = ReturnType<typeof useTranslations<"exports">>;
type LogKey = Parameters<Log>[0];
type ExportsKey = Parameters<Exports>[0];
type Params = Record<string, string | number>;

/** What is wrong with an export is said everywhere in the same words: entries about it keep the whole key of the sentence. */
const EXPORTS = "exports.";
const PROBLEMS = `${EXPORTS}problem.`;

export type LogTexts = {
  sentence: (entry: { messageKey: string; params: Params; operation: string }) => string;
  remedy: (entry: { remedy: string | null; params: Params }) => string | null;
};

/**
 * The sentences of log entries. Entries keep keys, and outlive the code that wrote them: one whose sentence is gone is
 * shown by the name of what was done.
 */
export function createLogTexts({ log, exports, messages }: { log: Log; exports: Exports; messages: { log?: unknown; exports?: unknown } }): LogTexts {
  const isKey = (key: string): key is LogKey => isTextAt(messages.log, key);
  const isProblem = (key: string): key is ExportsKey => isTextAt(messages.exports, key);
  const text = (key: string, params: Params): string | null => {
    const problem = key.startsWith(PROBLEMS) ? key.slice(EXPORTS.length) : null;
    if (problem !== null) return isProblem(problem) ? exports(problem, problemParams(exports, params)) : null;
    return isKey(key) ? log(key, params) : null;
  };
  return {
    sentence: ({ messageKey, params, operation }) => text(messageKey, params) ?? operation,
    remedy: ({ remedy, params }) => (remedy === null ? null : text(remedy.startsWith(PROBLEMS) ? remedy : `remedy.${remedy}`, params)),
  };
}
