"use client";

import { Ellipsis, KeyRound, UserCheck, UserCog, UserX } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionError } from "@/components/actions/action-error";
import { ChangeRoleDialog } from "@/components/people/change-role-dialog";
import { DeactivateDialog } from "@/components/people/deactivate-dialog";
import { RenewLinkDialog } from "@/components/people/renew-link-dialog";
import { useServerAction } from "@/components/actions/use-server-action";
import type { UserActions } from "@/components/people/user-actions";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import { toastDone } from "@/components/ui/toast";
import type { UserRow } from "@/lib/users/list-users";

type Question = "changeRole" | "renewLink" | "deactivate";

/** What can be done with one user. Each act asks first and names its effect, but giving access back. */
export function UserMenu({ user, actions }: { user: UserRow; actions: UserActions }) {
  const t = useTranslations("users");
  const [question, setQuestion] = useState<Question | null>(null);
  const reactivate = useServerAction(actions.reactivate, () => toastDone(t("reactivated", { name: user.name })));
  const close = () => setQuestion(null);
  const trigger = (
    <Button variant="ghost" size="icon" aria-label={t("menu.label", { name: user.name })}>
      <Ellipsis aria-hidden />
    </Button>
  );
  return (
    <>
      <Menu trigger={trigger} align="end">
        {user.state === "deactivated" ? (
          <MenuItem onSelect={() => reactivate.run({ userId: user.id })}>
            <UserCheck aria-hidden />
            {t("menu.reactivate")}
          </MenuItem>
        ) : (
          <>
            <MenuItem onSelect={() => setQuestion("changeRole")}>
              <UserCog aria-hidden />
              {t("menu.changeRole")}
            </MenuItem>
            <MenuItem onSelect={() => setQuestion("renewLink")}>
              <KeyRound aria-hidden />
              {t("menu.renewLink")}
            </MenuItem>
            <MenuSeparator />
            <MenuItem onSelect={() => setQuestion("deactivate")}>
              <UserX aria-hidden />
              {t("menu.deactivate")}
            </MenuItem>
          </>
        )}
      </Menu>
      <ActionError error={reactivate.error} className="mt-2 text-left" />
      {question === "changeRole" ? <ChangeRoleDialog user={user} action={actions.changeRole} onClose={close} /> : null}
      {question === "renewLink" ? <RenewLinkDialog user={user} action={actions.renewLink} onClose={close} /> : null}
      {question === "deactivate" ? <DeactivateDialog user={user} action={actions.deactivate} onClose={close} /> : null}
    </>
  );
}
