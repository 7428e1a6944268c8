import { useTranslations } from "next-intl";
import { isStatusCode, isStatusName, maximumCode, maximumName } from "@/lib/work-statuses/work-status-limits";

/** Why a name cannot be taken, in words; null: it can. */
export function useNameProblem(name: string): string | null {
  const t = useTranslations("workStatuses.field");
  if (isStatusName(name)) return null;
  return name.trim() === "" ? t("required") : t("tooLong", { maximum: maximumName });
}

/** Why a code cannot be taken, in words; null: it can. */
export function useCodeProblem(code: string): string | null {
  const t = useTranslations("workStatuses.field");
  if (code.trim() === "") return t("required");
  return isStatusCode(Number(code)) ? null : t("code", { maximum: maximumCode });
}
