"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionError } from "@/components/actions/action-error";
import { useServerAction } from "@/components/actions/use-server-action";
import type { UserActions } from "@/components/people/user-actions";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { DialogBody } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { toastDone } from "@/components/ui/toast";
import type { UserRow } from "@/lib/users/list-users";

type DeactivateDialogProps = { user: UserRow; action: UserActions["deactivate"]; onClose: () => void };

export function DeactivateDialog({ user, action, onClose }: DeactivateDialogProps) {
  const t = useTranslations("users");
  const { name } = user;
  const [isLast, setIsLast] = useState(false);
  const { run, isRunning, error } = useServerAction(action, ({ outcome }) => {
    if (outcome === "lastAdministrator") return setIsLast(true);
    if (outcome === "changed") toastDone(t("deactivate.done", { name }));
    onClose();
  });
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={t("deactivate.title", { name })}
      description={t("deactivate.lead", { name })}
      confirmLabel={t("deactivate.submit")}
      busy={isRunning && t("busy")}
      onConfirm={() => run({ userId: user.id })}
    >
      {error || isLast ? (
        <DialogBody>
          <ActionError error={error} />
          {isLast ? <Notice tone="alert" title={t("lastAdministrator", { name })} /> : null}
        </DialogBody>
      ) : null}
    </ConfirmDialog>
  );
}
