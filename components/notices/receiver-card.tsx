import { useFormatter, useTranslations } from "next-intl";
import { ChangeReceiver } from "@/components/notices/change-receiver";
import type { NoticeSurroundings, Receiver, ReceiverActions } from "@/components/notices/notice-actions";
import { NoticeList, type ShownNotice } from "@/components/notices/notice-list";
import { ReceiverMenu } from "@/components/notices/receiver-menu";
import { ReceiverSwitch } from "@/components/notices/receiver-switch";
import { TestButton } from "@/components/notices/test-button";
import { Badge } from "@/components/ui/badge";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { localeNames } from "@/lib/i18n/locales";
import { writeClock } from "@/lib/notices/quiet-hours";

type ReceiverCardProps = { receiver: Receiver; notices: readonly ShownNotice[]; actions: ReceiverActions; surroundings: NoticeSurroundings };

/** Somebody who is told: of what and when, the test, and what was told last. */
export function ReceiverCard({ receiver, notices, actions, surroundings }: ReceiverCardProps) {
  const t = useTranslations("notices");
  const format = useFormatter();
  const { id, channel, address, topics, locale, quiet, isOn } = receiver;
  const facts = [
    t("topics", { topics: format.list(topics.map((topic) => t(`topic.${topic}.name`)), { type: "conjunction" }) }),
    t("language", { language: localeNames[locale] }),
    quiet === null ? t("quiet.none") : t("quiet.line", { from: writeClock(quiet.from), to: writeClock(quiet.to) }),
  ];
  return (
    <Card aria-labelledby={`receiver-${id}`}>
      <CardHeader title={<span className="wrap-anywhere">{address}</span>} titleId={`receiver-${id}`} description={facts.join(" · ")}>
        {isOn ? null : <Badge tone="line">{t("off")}</Badge>}
        <Badge>{t(`channel.${channel}`)}</Badge>
        <ReceiverSwitch receiver={receiver} action={actions.switch} />
      </CardHeader>
      <CardBody className="grid gap-4">
        <div className="flex flex-wrap items-center gap-2">
          <TestButton receiver={receiver} action={actions.test} />
          <ChangeReceiver receiver={receiver} action={actions.change} surroundings={surroundings} />
          <ReceiverMenu receiver={receiver} actions={actions} />
        </div>
        <div>
          <h3 className="text-sm font-medium">{t("deliveries.title")}</h3>
          <NoticeList notices={notices} />
        </div>
      </CardBody>
    </Card>
  );
}
