"use client";

import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { shareDone } from "@/components/runs/run-share";
import { RunVerdict } from "@/components/runs/run-verdict";
import { Card } from "@/components/ui/card";
import { Progress } from "@/components/ui/progress";
import { Dot } from "@/components/ui/state-line";
import { Time } from "@/components/ui/time";
import type { RecordKind } from "@/lib/connectors/record-kinds";
import type { ActiveRunView } from "@/lib/runs/find-active-run";
import type { ReactNode } from "react";

type RunProgressProps = {
  run: ActiveRunView;
  vendorName: string;
  budget: { used: number; perMinute: number } | null;
  /** How many records of a kind there were last time; 0 where nobody knows. */
  expected: (kind: RecordKind) => number;
  /** Cancel, where the person may. */
  children?: ReactNode;
  /** Leads to the run's own page from elsewhere. */
  hasLink?: boolean;
};

/** A sync under way: bar, what is being read, how much of the vendor's limit is used. */
export function RunProgress({ run, vendorName, budget, expected, children, hasLink = false }: RunProgressProps) {
  const t = useTranslations("runs");
  const sync = useTranslations("sync");
  const share = run.state === "waiting" ? 0 : shareDone(run.imports, expected);
  return (
    <Card aria-labelledby={`run-${run.id}`} className="px-(--card-x) py-5">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-3">
        <div className="min-w-0 flex-[1_1_16rem]">
          <h2 id={`run-${run.id}`} className="text-md">
            {sync(`trigger.${run.trigger}`)}
          </h2>
          <p aria-live="polite" className="mt-0.5 text-sm text-fg-2">
            <Step run={run} vendorName={vendorName} />
          </p>
        </div>
        <div className="flex flex-wrap items-center gap-2">
          <RunVerdict state={run.waitsUntil === null ? run.state : "waiting"} isStopping={run.isStopping} />
          {children}
        </div>
      </div>
      <div className="my-3">
        <Progress label={t("progress.label")} value={share === null ? null : share * 100} />
      </div>
      <p className="flex flex-wrap items-center gap-x-2 text-sm text-fg-3 tabular-nums">
        {budget ? <span>{t("progress.budget", { used: budget.used, limit: budget.perMinute })}</span> : null}
        {run.startedAt ? (
          <>
            {budget ? <Dot /> : null}
            <span>{t.rich("progress.since", { time: () => <Time value={run.startedAt ?? run.requestedAt} as="clock" /> })}</span>
          </>
        ) : null}
        {run.requestedBy ? (
          <>
            <Dot />
            <span>{t("by", { person: run.requestedBy })}</span>
          </>
        ) : null}
        {hasLink ? (
          <>
            <Dot />
            <Link href={`/runs/${run.id}`} className="link">
              {t("progress.open")}
            </Link>
          </>
        ) : null}
      </p>
    </Card>
  );
}

function Step({ run, vendorName }: { run: ActiveRunView; vendorName: string }) {
  const t = useTranslations("runs.progress");
  const errors = useTranslations("errors");
  const kinds = useTranslations("sync.kind");
  const format = useFormatter();
  if (run.state === "waiting") return t("waiting");
  if (run.waitsUntil !== null) {
    const { code, params } = run.waitsFor ?? { code: "vendor_error", params: {} };
    return `${errors(`${code}.message`, { vendor: vendorName, ...params })} ${t("again", { clock: format.dateTime(new Date(run.waitsUntil), "clock") })}`;
  }
  const position = run.imports.findIndex(({ state }) => state === "running");
  const current = run.imports[position];
  if (!current) return t("between");
  const parts = [
    t("reading", { kind: kinds(current.kind) }),
    current.read === 0 ? null : t("records", { count: current.read }),
    current.totalPages === null ? null : t("pages", { pages: current.pages, total: current.totalPages }),
    run.imports.length > 1 ? t("step", { number: position + 1, total: run.imports.length }) : null,
  ];
  return parts.filter((part) => part !== null).join(" · ");
}
