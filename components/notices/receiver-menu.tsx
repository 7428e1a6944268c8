"use client";

import { Ellipsis, KeyRound, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ConfirmActionDialog } from "@/components/actions/confirm-action-dialog";
import { useServerAction } from "@/components/actions/use-server-action";
import type { Receiver, ReceiverActions } from "@/components/notices/notice-actions";
import { SecretDialog } from "@/components/notices/secret-dialog";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { toastDone } from "@/components/ui/toast";

type Question = "renew" | "remove";

/** What is done seldom with a receiver. Each asks first and names its effect. */
export function ReceiverMenu({ receiver: { id, channel, name }, actions }: { receiver: Receiver; actions: Pick<ReceiverActions, "remove" | "renewSecret"> }) {
  const t = useTranslations("notices");
  const [question, setQuestion] = useState<Question | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const close = () => setQuestion(null);
  const remove = useServerAction(actions.remove, () => {
    toastDone(t("remove.done", { address: name }));
    close();
  });
  const renew = useServerAction(actions.renewSecret, (made) => {
    setSecret(made.secret);
    close();
  });
  const trigger = (
    <Button variant="ghost" size="icon" aria-label={t("menu.label", { address: name })}>
      <Ellipsis aria-hidden />
    </Button>
  );
  return (
    <>
      <Menu trigger={trigger} align="end">
        {channel === "webhook" ? (
          <MenuItem onSelect={() => setQuestion("renew")}>
            <KeyRound aria-hidden />
            {t("menu.secret")}
          </MenuItem>
        ) : null}
        <MenuItem onSelect={() => setQuestion("remove")}>
          <Trash2 aria-hidden />
          {t("menu.remove")}
        </MenuItem>
      </Menu>
      <ConfirmActionDialog
        open={question === "renew"}
        onOpenChange={close}
        title={t("secret.renewTitle", { address: name })}
        description={t("secret.renewLead")}
        confirmLabel={t("secret.renewSubmit")}
        busy={renew.isRunning && t("secret.busy")}
        onConfirm={() => renew.run({ id })}
        error={renew.error}
      />
      <ConfirmActionDialog
        open={question === "remove"}
        onOpenChange={close}
        title={t("remove.title", { address: name })}
        description={t("remove.lead")}
        confirmLabel={t("remove.submit")}
        busy={remove.isRunning && t("remove.busy")}
        onConfirm={() => remove.run({ id })}
        error={remove.error}
      />
      {secret === null ? null : <SecretDialog name={name} secret={secret} onClose={() => setSecret(null)} />}
    </>
  );
}
