"use client";

import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { useByteSize } from "@/components/log/use-byte-size";
import type { LoggedExchange } from "@/lib/log/stored-detail";

/** What was sent to the vendor and what came back, one request after the other; secrets are masked before it is stored. */
export function Exchanges({ exchanges }: { exchanges: readonly LoggedExchange[] }) {
  const t = useTranslations("log.panel");
  if (exchanges.length === 0) return null;
  return (
    <section className="mt-4">
      <h4 className="text-xs text-fg-3">{t("exchanges")}</h4>
      <ul className="mt-1 divide-y divide-line rounded-md bg-surface shadow-edge">
        {exchanges.map((exchange, index) => (
          <li key={index}>
            <ExchangeView exchange={exchange} />
          </li>
        ))}
      </ul>
      <p className="mt-1 text-xs text-fg-3">{t("masked")}</p>
    </section>
  );
}

function ExchangeView({ exchange }: { exchange: LoggedExchange }) {
  const t = useTranslations("log.panel");
  const size = useByteSize();
  const { operation, method, address, status, duration, answerSize, outcome, request, answer } = exchange;
  return (
    <details className="group/exchange">
      <summary data-inset-focus="" className="flex list-none items-start gap-1.5 rounded-md px-2 py-1.5 hover:bg-hover max-sm:py-2.5 [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden className="mt-0.5 text-fg-3 transition-transform group-open/exchange:rotate-90" />
        <span className="min-w-0">
          <span className="font-medium wrap-anywhere">{operation}</span>{" "}
          <span className={outcome === "answered" ? "text-fg-2" : "text-alert-text"}>{t(`outcome.${outcome}`)}</span>
          <span className="block text-xs text-fg-3">{t("exchangeFacts", { duration, size: size(answerSize) })}</span>
        </span>
      </summary>
      <div className="grid gap-3 px-2 pt-1 pb-3">
        <Wire title={t("sent")} head={`${method} ${address}`} text={request} />
        <Wire title={t("cameBack")} head={status === null ? null : `HTTP ${status}`} text={answer === "" ? t("nothingCameBack") : answer} />
      </div>
    </details>
  );
}

/** What was sent or came back, as it was. */
export function Wire({ title, head, text }: { title: string; head: string | null; text: string }) {
  return (
    <div>
      <p className="text-xs text-fg-3">{title}</p>
      <pre tabIndex={0} aria-label={title} className="mt-1 max-h-64 overflow-auto rounded-sm bg-sunken p-2 font-mono text-xs whitespace-pre-wrap wrap-anywhere text-fg-2">
        {head ? `${head}\n` : null}
        {text}
      </pre>
    </div>
  );
}
