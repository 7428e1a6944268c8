import { CircleCheck, CircleDot, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { ChangeList } from "@/components/work-orders/change-list";
import { useEventSentence } from "@/components/work-orders/use-event-sentence";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Time } from "@/components/ui/time";
import type { JournalStep } from "@/lib/export/read-journal";
import type { WorkOrderEvent } from "@/lib/work-orders/work-order-events";

/** What happened to the work order, newest first, and below it every step of its exports. On a phone it comes last. */
export function HistoryCard({ events, steps }: { events: readonly WorkOrderEvent[]; steps: readonly JournalStep[] }) {
  const t = useTranslations("workOrders.history");
  return (
    <Card aria-labelledby="history" className="max-lg:order-2">
      <CardHeader quiet title={t("title")} titleId="history" />
      <CardBody>
        <ol className="grid">
          {events.map((event) => (
            <HistoryEntry key={event.id} event={event} />
          ))}
        </ol>
        {steps.length === 0 ? null : (
          <details className="mt-4 border-t border-line pt-4 text-sm">
            <summary className="text-fg-2">{t("steps", { count: steps.length })}</summary>
            <ol className="mt-3 grid gap-2">
              {steps.map((step) => (
                <JournalLine key={step.id} step={step} />
              ))}
            </ol>
          </details>
        )}
      </CardBody>
    </Card>
  );
}

function HistoryEntry({ event }: { event: WorkOrderEvent }) {
  const t = useTranslations("workOrders.history");
  const sentence = useEventSentence();
  return (
    <li className="relative grid grid-cols-[1rem_minmax(0,1fr)] gap-3 pb-4 text-sm not-last:before:absolute not-last:before:top-5.5 not-last:before:-bottom-0.5 not-last:before:left-2 not-last:before:w-px not-last:before:bg-line-strong last:pb-0">
      <EventMark event={event} />
      <div className="min-w-0">
        <span className="wrap-anywhere">{sentence(event)}</span>
        <span className="block text-xs text-fg-3">
          <Time value={event.at} as="moment" /> · {event.actor ?? t("system")}
        </span>
        {event.kind === "changed" ? <ChangeList changes={event.changes} /> : null}
      </div>
    </li>
  );
}

function EventMark({ event }: { event: WorkOrderEvent }) {
  const isSuccess = event.kind === "exported" || (event.kind === "statusChanged" && event.after === "complete");
  if (isSuccess) return <CircleCheck aria-hidden className="mt-0.5 text-good" />;
  if (event.kind === "exportRefused") return <TriangleAlert aria-hidden className="mt-0.5 text-alert" />;
  return <CircleDot aria-hidden className="mt-0.5 size-3.5 justify-self-center text-fg-3" />;
}

function JournalLine({ step: { at, event, actor, reference } }: { step: JournalStep }) {
  const t = useTranslations("exports.journal");
  return (
    <li>
      {t(event, { reference })}
      <span className="block text-xs text-fg-3">
        <Time value={at} as="moment" />
        {actor ? ` · ${actor}` : null}
      </span>
    </li>
  );
}
