"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { CancelLicence } from "@/components/licences/cancel-licence";
import { LicenceBadge, LicenceSentence } from "@/components/licences/licence-state";
import { ActionError } from "@/components/actions/action-error";
import { useServerAction, type ServerAction } from "@/components/actions/use-server-action";
import { useVendorTexts } from "@/components/settings/use-vendor-texts";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { toastDone } from "@/components/ui/toast";
import type { LicenceCard } from "@/lib/licences/licence-card";
import type { LicenceOutcome } from "@/lib/licences/change-licence";

export type LicenceAction = ServerAction<{ vendor: string }, LicenceOutcome>;
export type LicenceActions = { order: LicenceAction; startTrial: LicenceAction; cancel: LicenceAction };

/** One vendor's licence: how it stands, what that means, and what can be done about it. */
export function LicencePanel({ licence, actions }: { licence: LicenceCard; actions: LicenceActions }) {
  const t = useTranslations("licences");
  const [isOutdated, setIsOutdated] = useState(false);
  const { vendor, name, standing } = licence;
  const done = (sentence: string) => (answer: LicenceOutcome) => {
    setIsOutdated(answer.outcome === "refused");
    if (answer.outcome === "done") toastDone(sentence);
  };
  const order = useServerAction(actions.order, done(t("done.ordered", { vendor: name })));
  const trial = useServerAction(actions.startTrial, done(t("done.trialStarted", { vendor: name })));
  const isBusy = order.isRunning || trial.isRunning;
  const heading = `licence-${vendor}`;
  return (
    <Card id={vendor} aria-labelledby={heading} className="flex flex-col">
      <CardHeader title={name} titleId={heading} description={useVendorTexts(vendor)("tagline")}>
        <LicenceBadge state={standing.state} />
      </CardHeader>
      <CardBody className="grid flex-1 content-start gap-4">
        <p className="max-w-[60ch] text-fg-2">
          <LicenceSentence licence={licence} />
        </p>
        <ActionError error={order.error ?? trial.error} />
        {isOutdated ? <Notice title={t("done.refused", { vendor: name })} /> : null}
      </CardBody>
      <CardFooter>
        <div className="flex flex-wrap gap-2">
          {standing.state === "active" ? null : (
            <Button variant="primary" disabled={isBusy} busy={order.isRunning && t("busy")} onClick={() => order.run({ vendor })}>
              {standing.state === "cancelled" ? t("orderAgain") : t("order")}
            </Button>
          )}
          {licence.canTry ? (
            <Button disabled={isBusy} busy={trial.isRunning && t("busy")} onClick={() => trial.run({ vendor })}>
              {t("trial", { days: licence.trialDays })}
            </Button>
          ) : null}
          {standing.usable ? (
            <Button asChild>
              <Link href={`/settings/integrations/${vendor}` as const}>{t("open", { vendor: name })}</Link>
            </Button>
          ) : null}
        </div>
        {standing.usable ? (
          <CancelLicence licence={licence} action={actions.cancel} onDone={done(t("done.cancelled", { vendor: name }))} />
        ) : null}
      </CardFooter>
    </Card>
  );
}
