import { useFormatter, useTranslations } from "next-intl";
import { CounterLink } from "@/components/runs/counter-link";
import { CountersSummary } from "@/components/runs/counters-summary";
import { ImportVerdict } from "@/components/runs/run-verdict";
import { Table, Td, Th } from "@/components/ui/table";
import { counterNames } from "@/lib/runs/counters";
import type { RunImport } from "@/lib/runs/run-import";

/** Counters of a sync, one row per import; on a phone each is two lines. */
export function CountersTable({ runId, imports }: { runId: string; imports: readonly RunImport[] }) {
  return (
    <>
      <ul className="divide-y divide-line sm:hidden">
        {imports.map((one) => (
          <StackedCounters key={one.kind} runId={runId} one={one} />
        ))}
      </ul>
      <div className="max-sm:hidden">
        <WideTable runId={runId} imports={imports} />
      </div>
    </>
  );
}

function StackedCounters({ runId, one }: { runId: string; one: RunImport }) {
  const kinds = useTranslations("sync.kind");
  return (
    <li className="grid gap-1 px-(--card-x) py-3 text-sm">
      <div className="flex items-center justify-between gap-3">
        <span className="font-medium">{kinds(one.kind)}</span>
        <ImportVerdict state={one.state} failures={one.failed} />
      </div>
      <div className="text-fg-2">
        <CountersSummary counters={one} state={one.state} source={{ runId, kind: one.kind }} />
      </div>
    </li>
  );
}

function WideTable({ runId, imports }: { runId: string; imports: readonly RunImport[] }) {
  const t = useTranslations("runs");
  const sync = useTranslations("sync");
  const format = useFormatter();
  return (
    <Table label={t("detail.counters")} className="min-w-[52rem]">
      <thead>
        <tr>
          <Th>{t("column.import")}</Th>
          <Th>{t("column.verdict")}</Th>
          {counterNames.map((name) => (
            <Th key={name} numeric>
              {sync(`counter.${name}`)}
            </Th>
          ))}
          <Th numeric>{t("detail.pages")}</Th>
        </tr>
      </thead>
      <tbody>
        {imports.map((one) => (
          <tr key={one.kind}>
            <Td className="font-medium whitespace-nowrap">{sync(`kind.${one.kind}`)}</Td>
            <Td>
              <ImportVerdict state={one.state} failures={one.failed} />
            </Td>
            {counterNames.map((name) => (
              <Td key={name} numeric className={one[name] === 0 ? "text-fg-3" : name === "failed" ? "font-medium text-alert-text" : undefined}>
                <CounterLink runId={runId} kind={one.kind} name={name} count={one[name]} />
              </Td>
            ))}
            <Td numeric className={one.pages === 0 ? "text-fg-3" : undefined}>
              {format.number(one.pages, "count")}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
