import { Archive, CircleDot, CirclePlus, Link2, Pencil, RotateCcw } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { HistoryChanges } from "@/components/records/history-changes";
import { useInactiveReason } from "@/components/records/skip-reason";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { OlderPager } from "@/components/ui/older-pager";
import { Time } from "@/components/ui/time";
import type { HistoryOfPage } from "@/lib/changes/history-of-page";
import type { RecordStep } from "@/lib/changes/list-changes";
import { recordPage } from "@/lib/catalogue/record-pages";
import type { ImportKind } from "@/lib/connectors/record-kinds";
import { route } from "@/lib/routes/route";

type HistoryCardProps = { kind: ImportKind; id: string; history: HistoryOfPage };

/** What changed a record, newest first, each field before and after. */
export function HistoryCard({ kind, id, history: { steps, next, isTop } }: HistoryCardProps) {
  const t = useTranslations("records.history");
  const page = recordPage(kind, id);
  return (
    <Card aria-labelledby="history">
      <CardHeader title={t("title")} titleId="history" />
      <CardBody>
        {steps.length === 0 ? (
          <p className="text-sm text-fg-2">{t("none")}</p>
        ) : (
          <ol className="grid">
            {steps.map((step) => (
              <HistoryStep key={step.id} step={step} />
            ))}
          </ol>
        )}
      </CardBody>
      <OlderPager newest={isTop ? null : page} older={next === null ? null : { pathname: page, query: { before: next } }} words={{ newest: t("newest"), older: t("older") }} />
    </Card>
  );
}

const icons = { created: CirclePlus, linked: Link2, changed: CircleDot, deactivated: Archive, reactivated: RotateCcw } as const;

function HistoryStep({ step }: { step: RecordStep }) {
  const t = useTranslations("records.history");
  const records = useTranslations("sync.record");
  const reasonOf = useInactiveReason();
  const vendor = step.vendor ?? "none";
  const { what, source, kind, label, reason, runId, workOrder, actor, at, changes } = step;
  const Icon = what === "changed" && source === "hand" ? Pencil : icons[what];
  const isBegin = what === "created" || what === "linked";
  return (
    <li className="relative grid grid-cols-[1rem_minmax(0,1fr)] gap-3 pb-5 text-sm not-last:before:absolute not-last:before:top-5.5 not-last:before:-bottom-0.5 not-last:before:left-2 not-last:before:w-px not-last:before:bg-line-strong last:pb-0">
      <Icon aria-hidden className="mt-0.5 size-4 text-fg-3" />
      <div className="min-w-0">
        <p className="wrap-anywhere">
          {label === null ? null : <span className="font-medium">{`${records(kind)} ${label}: `}</span>}
          {what === "changed" ? t(`source.${source}`, { vendor }) : t(isBegin && source === "export" ? `byExport.${what}` : `what.${what}`, { vendor })}
          {reason === null ? null : `: ${reasonOf(reason)}`}
        </p>
        <p className="text-xs text-fg-3">
          <Time value={at} as="moment" />
          {actor === null ? null : `\u00a0· ${actor}`}
          {what === "deactivated" || what === "reactivated" ? `\u00a0· ${t(`source.${source}`, { vendor })}` : null}
          {runId === null ? null : (
            <>
              {"\u00a0· "}
              <Link href={route(`/runs/${runId}`)} className="link">
                {t("run")}
              </Link>
            </>
          )}
          {workOrder === null ? null : (
            <>
              {"\u00a0· "}
              <Link href={route(`/work-orders/${workOrder.id}`)} className="link">
                {t("workOrder", { number: workOrder.number })}
              </Link>
            </>
          )}
        </p>
        <HistoryChanges changes={changes} />
      </div>
    </li>
  );
}
