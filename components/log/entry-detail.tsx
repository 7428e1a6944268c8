"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { literalLanguage } from "@/lib/i18n/literal-language";
import { EntryActions } from "@/components/log/entry-actions";
import { Exchanges } from "@/components/log/exchanges";
import { fetchJson } from "@/components/log/fetch-json";
import { LevelMark } from "@/components/log/level-mark";
import { LoggedChange } from "@/components/log/logged-change";
import { RecordLink } from "@/components/log/record-link";
import { TouchedRecords } from "@/components/log/touched-records";
import { CountersSummary } from "@/components/runs/counters-summary";
import { useLogTexts } from "@/components/log/use-log-texts";
import { Facts, type FactEntry } from "@/components/ui/facts";
import { Skeleton } from "@/components/ui/skeleton";
import type { ErrorCode } from "@/lib/errors";
import type { LogEntryDetail, LogRow } from "@/lib/log/read-entry";
import { Time } from "@/components/ui/time";

/** What an entry says when it is open. It is read then, because most entries are never opened. */
export function EntryDetail({ entry }: { entry: LogRow }) {
  const t = useTranslations("log.panel");
  const { data, isError } = useQuery({
    queryKey: ["log-entry", entry.id, entry.messageKey],
    queryFn: ({ signal }) => fetchJson<LogEntryDetail>(`/api/log/${entry.id}`, signal),
    staleTime: 30_000,
  });
  return (
    <div className="pt-1 pr-3 pb-3 pl-9 text-sm" aria-busy={!data && !isError}>
      {data ? <Loaded entry={data} /> : isError ? <p className="text-fg-2">{t("detailUnavailable")}</p> : <Loading label={t("loading")} />}
    </div>
  );
}

function Loading({ label }: { label: string }) {
  return (
    <div className="grid gap-3">
      <p role="status" className="text-fg-2">
        {label}
      </p>
      <Skeleton className="w-4/5" />
      <Skeleton className="w-3/5" />
    </div>
  );
}

function Loaded({ entry }: { entry: LogEntryDetail }) {
  const facts = useEntryFacts(entry);
  return (
    <>
      <Facts facts={facts} />
      <Exchanges exchanges={entry.detail.exchanges} />
      <EntryActions entry={entry} />
    </>
  );
}

function useEntryFacts(entry: LogEntryDetail): FactEntry[] {
  const t = useTranslations("log.panel");
  const errors = useTranslations("errors");
  const kinds = useTranslations("sync.kind");
  const { sentence, remedy } = useLogTexts();
  const { error, changes, attempt, imports, problems, delivery } = entry.detail;
  const person = entry.params["person"];
  // What was read stands above in numbers, and below as it was sent.
  const messages = entry.messages.filter(({ operation }) => operation !== "import.finished" && operation !== "import.read");
  const whatNext = remedy(entry) ?? (error ? errors(`${error.code}.remedy`, withVendor(error.params, entry)) : null);
  const facts: (FactEntry | null)[] = [
    { name: t("when"), value: <Time value={entry.at} as="moment" /> },
    person === undefined ? null : { name: t("by"), value: person },
    attempt === null ? null : { name: t("attempt"), value: attempt },
    entry.record ? { name: t("record"), value: <RecordLink record={entry.record} /> } : null,
    entry.workOrder ? { name: t("workOrder"), value: <Link href={`/work-orders/${entry.workOrder.id}`} className="link">{entry.workOrder.number}</Link> } : null,
    delivery?.event ? { name: t("reportedAs"), value: <code className="font-mono text-xs">{delivery.event}</code> } : null,
    // The first stands above as the sentence of the entry.
    problems.length > 1 ? { name: t("reason"), value: problems.map((problem, index) => <p key={index}>{sentence({ messageKey: `exports.problem.${problem.code}.message`, params: problem.params, operation: problem.code })}</p>) } : null,
    error ? { name: t("reason"), value: <ErrorSentence code={error.code}>{errors(`${error.code}.message`, withVendor(error.params, entry))}</ErrorSentence> } : null,
    whatNext ? { name: t("next"), value: whatNext } : null,
    changes.length > 0
      ? {
          name: t("changes"),
          value: changes.map((change) => (
            <p key={change.field === "import" ? change.kind : change.field === "export" ? change.option : change.field}>
              <LoggedChange change={change} vendor={entry.vendor} />
            </p>
          )),
        }
      : null,
    imports.length > 0
      ? {
          name: t("happened"),
          value: imports.map((one) => (
            <p key={one.kind}>
              {kinds(one.kind)}: <CountersSummary counters={one} />
            </p>
          )),
        }
      : null,
    entry.touched.length > 0 ? { name: t("records"), value: <TouchedRecords touched={entry.touched} runId={entry.runId} /> } : null,
    messages.length > 0
      ? {
          name: t("messages"),
          value: (
            <ul className="mt-0.5 grid gap-1">
              {messages.map((message) => (
                <li key={message.id} className="grid grid-cols-[1rem_minmax(0,1fr)] gap-x-2">
                  <LevelMark level={message.level} />
                  {sentence(message)}
                </li>
              ))}
            </ul>
          ),
        }
      : null,
  ];
  return facts.filter((fact) => fact !== null);
}

/** A sentence that stays in its language says so to screen readers. */
function ErrorSentence({ code, children }: { code: ErrorCode; children: string }) {
  return <span lang={literalLanguage(code)}>{children}</span>;
}

function withVendor(params: Record<string, string | number>, { params: own, vendor }: LogEntryDetail) {
  return { vendor: own["vendor"] ?? vendor ?? "", ...params };
}
