"use client";

import { useTranslations } from "next-intl";
import { useServerAction } from "@/components/actions/use-server-action";
import { ConfirmActionDialog } from "@/components/actions/confirm-action-dialog";
import { toastDone } from "@/components/ui/toast";
import type { WorkStatusActions } from "@/components/work-statuses/work-status-actions";
import type { WorkStatusRow } from "@/lib/work-statuses/describe-work-statuses";
import { writeWorkStatus } from "@/lib/work-statuses/work-status";

type RemoveWorkStatusProps = { row: WorkStatusRow; action: WorkStatusActions["remove"]; onClose: () => void };

/** Asks before a work status goes. */
export function RemoveWorkStatus({ row, action, onClose }: RemoveWorkStatusProps) {
  const t = useTranslations("workStatuses.remove");
  const { run, isRunning, error } = useServerAction(action, ({ status }) => {
    toastDone(t("done", { status }));
    onClose();
  });
  return (
    <ConfirmActionDialog
      open
      onOpenChange={onClose}
      title={t("title", { status: writeWorkStatus(row) })}
      description={t("lead")}
      confirmLabel={t("submit")}
      busy={isRunning && t("busy")}
      onConfirm={() => run({ id: row.id })}
      error={error}
    />
  );
}
