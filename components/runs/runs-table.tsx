"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { literalLanguage } from "@/lib/i18n/literal-language";
import { CountersSummary } from "@/components/runs/counters-summary";
import { Duration } from "@/components/runs/duration";
import { RunVerdict } from "@/components/runs/run-verdict";
import { Table, Td, Th } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { RunRow } from "@/lib/runs/list-runs";

/** Every sync with how it came about and what it came to; on a phone each is a few lines. */
export function RunsTable({ runs, vendorNames }: { runs: readonly RunRow[]; vendorNames: Readonly<Record<string, string>> }) {
  const t = useTranslations("runs");
  return (
    <>
      <div className="max-sm:hidden">
        <Table label={t("table")} className="min-w-[44rem]">
          <thead>
            <tr>
              <Th>{t("column.started")}</Th>
              <Th>{t("column.trigger")}</Th>
              <Th>{t("column.verdict")}</Th>
              <Th>{t("column.summary")}</Th>
              <Th numeric>{t("column.duration")}</Th>
            </tr>
          </thead>
          <tbody>
            {runs.map((run) => (
              <tr key={run.id} className="hover:bg-hover">
                <Td className="whitespace-nowrap">
                  <RunLink run={run} />
                </Td>
                <Td>
                  <Origin run={run} vendorNames={vendorNames} />
                </Td>
                <Td>
                  <RunVerdict state={run.state} isStopping={run.isStopping} />
                </Td>
                <Td className="text-fg-2">
                  <Outcome run={run} vendorNames={vendorNames} />
                </Td>
                <Td numeric>
                  <Took run={run} />
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
      <ul className="divide-y divide-line sm:hidden">
        {runs.map((run) => (
          <li key={run.id} className="grid gap-1 px-(--card-x) py-3 text-sm">
            <div className="flex items-center justify-between gap-3">
              <RunLink run={run} />
              <RunVerdict state={run.state} isStopping={run.isStopping} />
            </div>
            <div className="text-fg-2">
              <Origin run={run} vendorNames={vendorNames} />
            </div>
            <div className="text-fg-2">
              <Outcome run={run} vendorNames={vendorNames} />
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

type CellProps = { run: RunRow; vendorNames: Readonly<Record<string, string>> };

function RunLink({ run }: { run: RunRow }) {
  return (
    <Link href={`/runs/${run.id}`} className="font-medium text-fg hover:underline max-sm:py-1.5">
      <Time value={run.startedAt ?? run.requestedAt} as="moment" />
    </Link>
  );
}

function Origin({ run: { vendor, trigger, requestedBy }, vendorNames }: CellProps) {
  const t = useTranslations("runs");
  const triggers = useTranslations("sync.trigger");
  return (
    <>
      {triggers(trigger)}
      <span className="block text-xs text-fg-3">
        {[vendorNames[vendor] ?? vendor, requestedBy ? t("by", { person: requestedBy }) : null].filter((part) => part !== null).join(" · ")}
      </span>
    </>
  );
}

/** What it brought; of one that failed, why. */
function Outcome({ run: { error, counters, vendor, state }, vendorNames }: CellProps) {
  const errors = useTranslations("errors");
  if (error && counters.read === 0) {
    return <span lang={literalLanguage(error.code)}>{errors(`${error.code}.message`, { vendor: vendorNames[vendor] ?? vendor, ...error.params })}</span>;
  }
  return <CountersSummary counters={counters} state={state} />;
}

function Took({ run: { startedAt, finishedAt } }: { run: RunRow }) {
  return startedAt && finishedAt ? <Duration from={startedAt} to={finishedAt} /> : null;
}
