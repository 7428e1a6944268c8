import type { useTranslations } from "next-intl";
import type { FieldProblem } from "@/lib/api/field-problems";

type ProblemWords = ReturnType<typeof useTranslations<"intake.problem">>;

/** The sentence for a wrong field or cell. */
export function problemSentence(words: ProblemWords, { code, params }: Pick<FieldProblem, "code" | "params">): string {
  return words(code, params);
}
