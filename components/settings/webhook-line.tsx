"use client";

import { Webhook } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionError } from "@/components/actions/action-error";
import { useServerAction } from "@/components/actions/use-server-action";
import { NearTime } from "@/components/settings/near-time";
import type { SettingsActions, VendorView } from "@/components/settings/vendor-view";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { StateLine } from "@/components/ui/state-line";
import { toastDone } from "@/components/ui/toast";
import type { ConnectionStatus } from "@/lib/connections/connection-status";

type WebhookLineProps = {
  vendor: VendorView;
  webhook: ConnectionStatus["webhook"];
  /** Whether the connection waits for a person: what is reported cannot be fetched meanwhile. */
  needsAction: boolean;
  action: SettingsActions["registerWebhook"];
  onChanged: () => void;
};

/** Whether the vendor reports changes as they happen, and what to do where it does not. Nothing for a vendor that never does. */
export function WebhookLine({ vendor, webhook, needsAction, action, onChanged }: WebhookLineProps) {
  const t = useTranslations("settings.webhook");
  const errors = useTranslations("errors");
  const { run, isRunning, error } = useServerAction(action, () => {
    toastDone(t("asked", { vendor: vendor.name }));
    onChanged();
  });
  if (webhook.state === "none" || webhook.state === "removing") return null;
  const words = { vendor: vendor.name, minutes: vendor.interval };
  const problem = webhook.state === "registering" || webhook.state === "failing" ? webhook.problem : null;
  const again =
    webhook.state === "impossible" ? null : (
      <Button size="sm" variant={problem ? "default" : "ghost"} busy={isRunning && t("asking")} onClick={() => run({ vendor: vendor.id })}>
        {t("again")}
      </Button>
    );
  return (
    <section id="webhook" aria-labelledby="webhook-title" className="border-t border-line px-(--card-x) py-4 text-sm">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <div className="flex-[1_1_16rem]">
          <h3 id="webhook-title" className="text-md">
            {t("title")}
          </h3>
          <Standing webhook={webhook} needsAction={needsAction} words={words} />
        </div>
        {problem ? null : again}
      </div>
      {problem ? (
        <Notice tone={webhook.state === "failing" ? "alert" : "info"} title={errors(`${problem.code}.message`, { ...words, ...problem.params })} actions={again} className="mt-3">
          <p>{errors(`${problem.code}.remedy`, { ...words, ...problem.params })}</p>
        </Notice>
      ) : null}
      <ActionError error={error} className="mt-3" />
    </section>
  );
}

type StandingProps = { webhook: Exclude<ConnectionStatus["webhook"], { state: "none" | "removing" }>; needsAction: boolean; words: { vendor: string; minutes: number } };

function Standing({ webhook, needsAction, words }: StandingProps) {
  const t = useTranslations("settings.webhook");
  if (webhook.state === "impossible" || webhook.state === "registering") return <p className="mt-0.5 text-fg-2">{t(webhook.state, words)}</p>;
  const { lastDeliveryAt, checkedAt } = webhook;
  const parts: ReactNode[] = [
    <span key="delivery">{lastDeliveryAt ? t.rich("lastDelivery", { time: () => <NearTime value={lastDeliveryAt} isPast /> }) : t("noDelivery")}</span>,
    checkedAt ? <span key="checked">{t.rich("checked", { time: () => <NearTime value={checkedAt} isPast /> })}</span> : null,
  ];
  const isFailing = webhook.state === "failing";
  const look = isFailing ? ({ state: "failing", tone: "alert" } as const) : needsAction ? ({ state: "waiting", tone: "neutral" } as const) : ({ state: "registered", tone: "good" } as const);
  return (
    <StateLine state={t(look.state, words)} tone={look.tone} icon={look.state === "registered" ? Webhook : undefined}>
      {parts}
    </StateLine>
  );
}

/** Of a connection that was cut: the vendor has still to be told. */
export function WebhookRemoval({ vendor, webhook }: Pick<WebhookLineProps, "vendor" | "webhook">) {
  const t = useTranslations("settings.webhook");
  return webhook.state === "removing" ? <Notice>{t("removing", { vendor: vendor.name })}</Notice> : null;
}
