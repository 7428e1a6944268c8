"use client";

import { useTranslations } from "next-intl";
import { ActionError } from "@/components/actions/action-error";
import { useServerAction } from "@/components/actions/use-server-action";
import type { Receiver, ReceiverActions } from "@/components/notices/notice-actions";
import { Switch } from "@/components/ui/switch";
import { toastDone } from "@/components/ui/toast";

/** Tells a receiver, or nothing any more. */
export function ReceiverSwitch({ receiver: { id, name, isOn }, action }: { receiver: Receiver; action: ReceiverActions["switch"] }) {
  const t = useTranslations("notices");
  const { run, isRunning, error } = useServerAction(action, (answer) => toastDone(answer.isOn ? t("switchedOn", { address: name }) : t("switchedOff", { address: name })));
  return (
    <>
      <Switch aria-label={t("switch", { address: name })} checked={isOn} disabled={isRunning} onCheckedChange={(isOnNow) => run({ id, isOn: isOnNow })} />
      <ActionError error={error} />
    </>
  );
}
