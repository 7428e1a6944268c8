"use client";

import { Send } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionError } from "@/components/actions/action-error";
import { useServerAction } from "@/components/actions/use-server-action";
import type { Receiver, ReceiverActions } from "@/components/notices/notice-actions";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { Delivery } from "@/lib/notices/delivery";

/** Sends a test and says what came of it. */
export function TestButton({ receiver: { id, channel, name }, action }: { receiver: Receiver; action: ReceiverActions["test"] }) {
  const t = useTranslations("notices");
  const [delivery, setDelivery] = useState<Delivery | null>(null);
  const { run, isRunning, error } = useServerAction(action, setDelivery);
  return (
    <>
      <Button size="sm" aria-label={t("test.label", { address: name })} busy={isRunning && t("test.busy")} onClick={() => run({ id })}>
        <Send aria-hidden />
        {t("test.button")}
      </Button>
      <ActionError error={error} className="order-last basis-full" />
      <div role="status" className="order-last basis-full empty:hidden">
        {delivery?.outcome === "sent" && !isRunning ? <Notice>{channel === "email" ? t("test.email", { address: name }) : t("test.webhook", { address: name, answer: delivery.answer ?? 0 })}</Notice> : null}
        {delivery?.outcome === "failed" && !isRunning ? <Notice tone="alert">{t(`problem.${delivery.problem}`, { answer: delivery.answer ?? 0 })}</Notice> : null}
      </div>
    </>
  );
}
