"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Duration } from "@/components/runs/duration";
import { Card, CardBody } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import { Time } from "@/components/ui/time";
import { isOfSingleChanges } from "@/lib/runs/single-changes";
import type { RunDetail } from "@/lib/runs/get-run";

/** Who asked for a sync, when it ran, and what it took. */
export function RunFacts({ run, vendorName }: { run: RunDetail; vendorName: string }) {
  const t = useTranslations("runs");
  const format = useFormatter();
  const { trigger, administration, requestedBy, requestedAt, startedAt, finishedAt, requests, imports } = run;
  // Single records are fetched before there is a run: its requests are not the run's.
  const isTold = isOfSingleChanges(trigger);
  const keptBy = imports.find((one) => one.guard?.keptBy !== undefined)?.guard?.keptBy;
  const facts = [
    { name: t("detail.requestedBy"), value: requestedBy ?? (isTold ? vendorName : t("detail.schedule")) },
    { name: t("detail.started"), value: <Time value={startedAt ?? requestedAt} as="moment" /> },
    finishedAt ? { name: t("detail.finished"), value: <Time value={finishedAt} as="moment" /> } : null,
    startedAt && finishedAt ? { name: t("detail.duration"), value: <Duration from={startedAt} to={finishedAt} /> } : null,
    administration === "" ? null : { name: t("detail.administration"), value: administration },
    isTold ? null : { name: t("detail.requests", { vendor: vendorName }), value: format.number(requests, "count") },
    keptBy ? { name: t("question.keep"), value: t("question.keptBy", { person: keptBy }) } : null,
  ].filter((fact) => fact !== null);
  return (
    <Card>
      <CardBody>
        <Facts facts={facts} columns />
      </CardBody>
    </Card>
  );
}
