"use client";

import { Mail, Webhook } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormDialog } from "@/components/actions/form-dialog";
import { useServerAction } from "@/components/actions/use-server-action";
import type { AddAction, NoticeSurroundings, Receiver } from "@/components/notices/notice-actions";
import { blankDraft, entryOf } from "@/components/notices/receiver-draft";
import { ReceiverFields } from "@/components/notices/receiver-fields";
import { SecretDialog } from "@/components/notices/secret-dialog";
import { Button } from "@/components/ui/button";
import { toastDone } from "@/components/ui/toast";
import type { ReceiverRefusal } from "@/lib/notices/receivers";

type Channel = Receiver["channel"];
type MadeSecret = { name: string; secret: string };
type AddReceiverProps = { action: AddAction; surroundings: NoticeSurroundings };

/** The two buttons, the form behind them, and the secret a webhook leads to. */
export function AddReceiver({ action, surroundings }: AddReceiverProps) {
  const t = useTranslations("notices.add");
  const [channel, setChannel] = useState<Channel | null>(null);
  const [made, setMade] = useState<MadeSecret | null>(null);
  return (
    <>
      <Button onClick={() => setChannel("webhook")}>
        <Webhook aria-hidden />
        {t("webhook")}
      </Button>
      <Button variant="primary" onClick={() => setChannel("email")}>
        <Mail aria-hidden />
        {t("email")}
      </Button>
      {channel ? <AddDialog channel={channel} action={action} surroundings={surroundings} onClose={() => setChannel(null)} onSecret={setMade} /> : null}
      {made ? <SecretDialog name={made.name} secret={made.secret} onClose={() => setMade(null)} /> : null}
    </>
  );
}

type AddDialogProps = AddReceiverProps & { channel: Channel; onClose: () => void; onSecret: (made: MadeSecret) => void };

function AddDialog({ channel, action, surroundings, onClose, onSecret }: AddDialogProps) {
  const t = useTranslations("notices.add");
  const [draft, setDraft] = useState(() => blankDraft(surroundings.locale));
  const [refusal, setRefusal] = useState<ReceiverRefusal | null>(null);
  const { run, isRunning, error } = useServerAction(action, (answer) => {
    if (answer.outcome === "refused") return setRefusal(answer.reason);
    onClose();
    if (answer.secret !== null) onSecret({ name: draft.address, secret: answer.secret });
    else toastDone(t("done", { address: draft.address }));
  });
  return (
    <FormDialog onClose={onClose} title={t(channel)} description={t("lead")} submitLabel={t("submit")} busy={isRunning && t("busy")} error={error} onSubmit={() => run({ ...entryOf(draft), channel })}>
      <ReceiverFields channel={channel} draft={draft} onChange={setDraft} refusal={refusal} surroundings={surroundings} />
    </FormDialog>
  );
}
