import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { counterPage } from "@/components/runs/counter-page";
import type { RecordKind } from "@/lib/connectors/record-kinds";
import type { CounterName } from "@/lib/runs/counters";

type CounterLinkProps = { runId: string; kind: RecordKind; name: CounterName; count: number };

/** A counter that leads to the records it counted; what was read is a number alone. */
export function CounterLink({ runId, kind, name, count }: CounterLinkProps) {
  const t = useTranslations("runs.records");
  const sync = useTranslations("sync");
  const shown = useFormatter().number(count, "count");
  const href = count === 0 ? null : counterPage({ runId, kind }, name);
  if (href === null) return shown;
  return (
    <Link href={href} className="link" aria-label={t("open", { counter: sync(`counter.${name}`), kind: sync(`kind.${kind}`), count })}>
      {shown}
    </Link>
  );
}
