import { useTranslations } from "next-intl";
import { maximumCode, maximumName, workStatusInput, workStatusName } from "@/lib/work-statuses/work-status-input";

/** Why a name cannot be taken, in words; null: it can. */
export function useNameProblem(name: string): string | null {
  const t = useTranslations("workStatuses.field");
  if (workStatusName.safeParse(name).success) return null;
  return name.trim() === "" ? t("required") : t("tooLong", { maximum: maximumName });
}

/** Why a code cannot be taken, in words; null: it can. */
export function useCodeProblem(code: string): string | null {
  const t = useTranslations("workStatuses.field");
  if (code.trim() === "") return t("required");
  return workStatusInput.shape.code.safeParse(Number(code)).success ? null : t("code", { maximum: maximumCode });
}
