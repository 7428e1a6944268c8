import { useTranslations } from "next-intl";
import type { SelectOption } from "@/components/ui/select";
import { writeWorkStatus, type WorkStatus } from "@/lib/work-statuses/work-status";

/** The select keeps the empty text for itself. */
export const noWorkStatus = "none";

/** The account's work statuses as a choice, "none" first. */
export function useWorkStatusOptions(workStatuses: readonly WorkStatus[]): SelectOption[] {
  const t = useTranslations("workOrders.workStatus");
  return [{ value: noWorkStatus, label: t("none") }, ...workStatuses.map((status) => ({ value: status.id, label: writeWorkStatus(status) }))];
}
