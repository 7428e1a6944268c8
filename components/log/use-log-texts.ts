import { useMessages, useTranslations } from "next-intl";
import { useProblemParams } from "@/components/exports/use-problem-sentence";
import { isTextAt } from "@/components/log/text-at";

type LogKey = Parameters<ReturnType<typeof useTranslations<"log">>>[0];
type ProblemKey = Parameters<ReturnType<typeof useTranslations<"exports.problem">>>[0];
type Params = Record<string, string | number>;

/** What is wrong with an export is said everywhere in the same words: entries about it keep the whole key of the sentence. */
const PROBLEMS = "exports.problem.";

/**
 * The sentences of log entries. Entries keep keys, and outlive the code that wrote them: one whose sentence is gone is
 * shown by the name of what was done.
 */
export function useLogTexts() {
  const t = useTranslations("log");
  const problems = useTranslations("exports.problem");
  const inWords = useProblemParams();
  const messages = useMessages();
  const isKey = (key: string): key is LogKey => isTextAt(messages.log, key);
  const isProblem = (key: string): key is ProblemKey => isTextAt(messages.exports, `problem.${key}`);
  const text = (key: string, params: Params): string | null => {
    const problem = key.startsWith(PROBLEMS) ? key.slice(PROBLEMS.length) : null;
    if (problem !== null) return isProblem(problem) ? problems(problem, inWords(params)) : null;
    return isKey(key) ? t(key, params) : null;
  };
  return {
    sentence: ({ messageKey, params, operation }: { messageKey: string; params: Params; operation: string }) => text(messageKey, params) ?? operation,
    remedy: ({ remedy, params }: { remedy: string | null; params: Params }) => (remedy === null ? null : text(remedy.startsWith(PROBLEMS) ? remedy : `remedy.${remedy}`, params)),
  };
}
