"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { LinkDialog, type OneTimeLink } from "@/components/people/link-dialog";
import { useServerAction } from "@/components/actions/use-server-action";
import type { UserActions } from "@/components/people/user-actions";
import { ConfirmActionDialog } from "@/components/actions/confirm-action-dialog";
import type { UserRow } from "@/lib/users/list-users";

type RenewLinkDialogProps = { user: UserRow; action: UserActions["renewLink"]; onClose: () => void };

/** Asks, and then shows the link in its place. */
export function RenewLinkDialog({ user, action, onClose }: RenewLinkDialogProps) {
  const t = useTranslations("users");
  const { name, email } = user;
  const [link, setLink] = useState<OneTimeLink | null>(null);
  const { run, isRunning, error } = useServerAction(action, ({ address }) => setLink({ name, email, address }));
  if (link) return <LinkDialog link={link} onClose={onClose} />;
  return (
    <ConfirmActionDialog
      open
      onOpenChange={onClose}
      title={t("renew.title", { name })}
      description={t("renew.lead", { name })}
      confirmLabel={t("renew.submit")}
      busy={isRunning && t("busy")}
      onConfirm={() => run({ userId: user.id })}
      error={error}
    />
  );
}
