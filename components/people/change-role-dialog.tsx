"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionError } from "@/components/actions/action-error";
import { RoleField } from "@/components/people/role-field";
import { useServerAction } from "@/components/actions/use-server-action";
import type { UserActions } from "@/components/people/user-actions";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { DialogBody } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { toastDone } from "@/components/ui/toast";
import type { UserRow } from "@/lib/users/list-users";

type ChangeRoleDialogProps = { user: UserRow; action: UserActions["changeRole"]; onClose: () => void };

export function ChangeRoleDialog({ user, action, onClose }: ChangeRoleDialogProps) {
  const t = useTranslations("users");
  const { name } = user;
  const [role, setRole] = useState(user.role);
  const [isLast, setIsLast] = useState(false);
  const { run, isRunning, error } = useServerAction(action, ({ outcome }) => {
    if (outcome === "lastAdministrator") return setIsLast(true);
    if (outcome === "changed") toastDone(t("changeRole.done", { name, role: t(`role.${role}`) }));
    onClose();
  });
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={t("changeRole.title", { name })}
      description={t("changeRole.lead", { name })}
      confirmLabel={t("changeRole.submit")}
      busy={isRunning && t("busy")}
      onConfirm={() => run({ userId: user.id, role })}
    >
      <DialogBody>
        <div className="grid gap-4">
          <ActionError error={error} />
          {isLast ? <Notice tone="alert" title={t("lastAdministrator", { name })} /> : null}
          <RoleField value={role} onChange={setRole} />
        </div>
      </DialogBody>
    </ConfirmDialog>
  );
}
