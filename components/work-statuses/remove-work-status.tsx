"use client";

import { useTranslations } from "next-intl";
import { ActionError } from "@/components/people/action-error";
import { useServerAction } from "@/components/people/use-server-action";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { DialogBody } from "@/components/ui/dialog";
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
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={t("title", { status: writeWorkStatus(row) })}
      description={t("lead")}
      confirmLabel={t("submit")}
      busy={isRunning && t("busy")}
      onConfirm={() => run({ id: row.id })}
    >
      {error ? (
        <DialogBody>
          <ActionError error={error} />
        </DialogBody>
      ) : null}
    </ConfirmDialog>
  );
}
