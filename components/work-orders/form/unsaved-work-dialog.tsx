"use client";

import { useTranslations } from "next-intl";
import { useLeaveWarning } from "@/components/settings/use-leave-warning";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";

/** Asks before a work order that has not been saved is left behind. */
export function UnsavedWorkDialog({ hasChanges }: { hasChanges: boolean }) {
  const t = useTranslations("workOrders.form.leave");
  const { isAsking, stay, leave } = useLeaveWarning(hasChanges);
  return <ConfirmDialog open={isAsking} onOpenChange={stay} title={t("title")} description={t("lead")} confirmLabel={t("confirm")} onConfirm={leave} />;
}
