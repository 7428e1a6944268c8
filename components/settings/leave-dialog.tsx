"use client";

import { useTranslations } from "next-intl";
import { useLeaveWarning } from "@/components/settings/use-leave-warning";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";

/** Asks before unsaved changes are left behind. */
export function LeaveDialog({ changes }: { changes: number }) {
  const t = useTranslations("settings.leave");
  const { isAsking, stay, leave } = useLeaveWarning(changes > 0);
  return <ConfirmDialog open={isAsking} onOpenChange={stay} title={t("title")} description={t("lead", { count: changes })} confirmLabel={t("confirm")} onConfirm={leave} />;
}
