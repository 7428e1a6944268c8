"use client";

import { useQuery } from "@tanstack/react-query";
import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Wire } from "@/components/log/exchanges";
import { fetchJson } from "@/components/log/fetch-json";
import { useByteSize } from "@/components/log/use-byte-size";
import { barOf } from "@/components/runs/request-bar";
import { Card, CardHeader } from "@/components/ui/card";
import type { LogEntryDetail } from "@/lib/log/read-entry";
import type { RunRequest } from "@/lib/runs/read-requests";

/** The requests of a sync one after the other, each with a bar where and how long it was; what it said is folded. */
export function RunTimeline({ requests }: { requests: readonly RunRequest[] }) {
  const t = useTranslations("runs.detail");
  if (requests.length === 0) return null;
  return (
    <Card aria-labelledby="timeline-title">
      <CardHeader title={t("timeline")} titleId="timeline-title" />
      <p className="px-(--card-x) pt-1 pb-2 text-sm text-fg-2">{t("timelineLead")}</p>
      <ol className="divide-y divide-line pb-2">
        {requests.map((request) => (
          <RequestRow key={`${request.entryId} ${request.position}`} request={request} bar={barOf(request, requests)} />
        ))}
      </ol>
    </Card>
  );
}

function RequestRow({ request, bar }: { request: RunRequest; bar: { left: number; width: number } }) {
  const t = useTranslations("runs.detail");
  const size = useByteSize();
  const [isOpen, setIsOpen] = useState(false);
  const { operation, method, address, status, duration, answerSize, outcome } = request;
  const isGood = outcome === "answered";
  return (
    <li>
      <details onToggle={(event) => setIsOpen(event.currentTarget.open)} className="group/request">
        <summary
          data-inset-focus=""
          className="grid list-none grid-cols-[1rem_minmax(0,1fr)_auto] items-center gap-x-2 gap-y-1 px-(--card-x) py-2 text-sm hover:bg-hover sm:grid-cols-[1rem_minmax(0,3fr)_minmax(0,2fr)_auto] [&::-webkit-details-marker]:hidden"
        >
          <ChevronRight aria-hidden className="text-fg-3 transition-transform group-open/request:rotate-90" />
          <span className="min-w-0">
            <span className="font-medium wrap-anywhere">{operation}</span>{" "}
            <span className={isGood ? "text-fg-2" : "text-alert-text"}>{status === null ? t("noAnswer") : `HTTP ${status}`}</span>
            <span className="block truncate font-mono text-xs text-fg-3">
              {method} {address}
            </span>
          </span>
          <span aria-hidden className="h-1.5 rounded-full bg-sunken max-sm:order-last max-sm:col-span-3">
            <span className={`block h-full min-w-1 rounded-full ${isGood ? "bg-accent" : "bg-alert"}`} style={{ marginLeft: `${bar.left}%`, width: `${bar.width}%` }} />
          </span>
          <span className="min-w-16 text-right text-xs whitespace-nowrap text-fg-3 tabular-nums">
            {t("requestTook", { duration })}
            <span className="block">{size(answerSize)}</span>
          </span>
        </summary>
        {isOpen ? <RequestTexts request={request} /> : null}
      </details>
    </li>
  );
}

/** Read when somebody opens it: hundreds of answers would make the page heavy. */
function RequestTexts({ request: { entryId, position, method, address, status } }: { request: RunRequest }) {
  const t = useTranslations("log.panel");
  const { data, isError } = useQuery({ queryKey: ["log-entry", entryId, "requests"], queryFn: ({ signal }) => fetchJson<LogEntryDetail>(`/api/log/${entryId}`, signal), staleTime: 30_000 });
  const exchange = data?.detail.exchanges[position];
  if (!exchange) return <p role="status" className="px-(--card-x) pb-3 pl-12 text-sm text-fg-2">{t(isError || data ? "detailUnavailable" : "loading")}</p>;
  return (
    <div className="grid gap-3 px-(--card-x) pb-3 text-sm">
      <Wire title={t("sent")} head={`${method} ${address}`} text={exchange.request} />
      <Wire title={t("cameBack")} head={status === null ? null : `HTTP ${status}`} text={exchange.answer === "" ? t("nothingCameBack") : exchange.answer} />
    </div>
  );
}
