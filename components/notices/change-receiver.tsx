"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormDialog } from "@/components/actions/form-dialog";
import { useServerAction } from "@/components/actions/use-server-action";
import type { NoticeSurroundings, Receiver, ReceiverActions } from "@/components/notices/notice-actions";
import { draftOf, entryOf } from "@/components/notices/receiver-draft";
import { ReceiverFields } from "@/components/notices/receiver-fields";
import { Button } from "@/components/ui/button";
import { toastDone } from "@/components/ui/toast";
import type { ReceiverRefusal } from "@/lib/notices/receivers";

type ChangeReceiverProps = { receiver: Receiver; action: ReceiverActions["change"]; surroundings: NoticeSurroundings };

/** The button, and the form behind it. */
export function ChangeReceiver(props: ChangeReceiverProps) {
  const t = useTranslations("notices.change");
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button size="sm" variant="ghost" aria-label={t("title", { address: props.receiver.name })} onClick={() => setIsOpen(true)}>
        {t("button")}
      </Button>
      {isOpen ? <ChangeDialog {...props} onClose={() => setIsOpen(false)} /> : null}
    </>
  );
}

function ChangeDialog({ receiver: { id, channel, name, address, locale, topics, quiet }, action, surroundings, onClose }: ChangeReceiverProps & { onClose: () => void }) {
  const t = useTranslations("notices.change");
  const [draft, setDraft] = useState(() => draftOf({ address, locale, topics, quiet }));
  const [refusal, setRefusal] = useState<ReceiverRefusal | null>(null);
  const { run, isRunning, error } = useServerAction(action, (answer) => {
    if (answer.outcome === "refused") return setRefusal(answer.reason);
    toastDone(t("done", { address: name }));
    onClose();
  });
  return (
    <FormDialog onClose={onClose} title={t("title", { address: name })} description={null} submitLabel={t("submit")} busy={isRunning && t("busy")} error={error} onSubmit={() => run({ ...entryOf(draft), id })}>
      <ReceiverFields channel={channel} draft={draft} onChange={setDraft} refusal={refusal} surroundings={surroundings} />
    </FormDialog>
  );
}
