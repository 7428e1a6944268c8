import Link from "next/link";
import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { counterPage } from "@/components/runs/counter-page";
import { Dot } from "@/components/ui/state-line";
import { assertNever } from "@/lib/assert";
import type { RecordKind } from "@/lib/connectors/record-kinds";
import type { ImportState, SyncState } from "@/lib/generated/prisma/enums";
import { counterNames, type Counters } from "@/lib/runs/counters";

type CountersSummaryProps = {
  counters: Counters;
  /** Of the sync or import they belong to: nothing read says something else before its end, and when it broke off. */
  state?: SyncState | ImportState;
  /** Of which import of which sync they are, where each is to lead to its records. */
  source?: { runId: string; kind: RecordKind };
};

/** "5,000 read · 12 created · 3 failed": what is zero is left out, and what is unchanged where it leads nowhere. */
export function CountersSummary({ counters, state = "done", source }: CountersSummaryProps) {
  const t = useTranslations("runs.summary");
  const shown = counterNames.filter((name) => name !== "read" && (source !== undefined || name !== "unchanged") && counters[name] > 0);
  const hasOutcome = shown.some((name) => name !== "skipped");
  const parts = [
    { text: hasOutcome ? t("read", { read: counters.read }) : counters.read === 0 ? t(nothingRead(state)) : t("nothing", { read: counters.read }), href: null },
    ...shown.map((name) => ({ text: name === "read" ? "" : t(name, { count: counters[name] }), href: source ? counterPage(source, name) : null })),
  ];
  return (
    <span className="tabular-nums">
      {parts.map(({ text, href }, index) => (
        <Fragment key={text}>
          {index > 0 ? (
            <>
              {" "}
              <Dot />{" "}
            </>
          ) : null}
          {href === null ? (
            text
          ) : (
            <Link href={href} className="link">
              {text}
            </Link>
          )}
        </Fragment>
      ))}
    </span>
  );
}

function nothingRead(state: SyncState | ImportState): "notYet" | "nothingRead" | "nothingNew" {
  switch (state) {
    case "waiting":
    case "running":
      return "notYet";
    case "failed":
    case "stopped":
    case "cancelled":
      return "nothingRead";
    case "done":
    case "succeeded":
    case "partial":
      return "nothingNew";
    default:
      return assertNever(state);
  }
}
