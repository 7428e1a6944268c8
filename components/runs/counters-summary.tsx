import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { Dot } from "@/components/ui/state-line";
import { counterNames, type Counters } from "@/lib/runs/run-counters";

/** "5,000 read · 12 created · 3 failed": what is zero is left out. */
export function CountersSummary({ counters }: { counters: Counters }) {
  const t = useTranslations("runs.summary");
  const shown = counterNames.filter((name) => name !== "read" && name !== "unchanged" && counters[name] > 0);
  const hasChanges = shown.some((name) => name !== "skipped");
  const parts = [
    hasChanges ? t("read", { read: counters.read }) : counters.read === 0 ? t("nothingNew") : t("nothing", { read: counters.read }),
    ...shown.map((name) => (name === "read" || name === "unchanged" ? "" : t(name, { count: counters[name] }))),
  ];
  return (
    <span className="tabular-nums">
      {parts.map((part, index) => (
        <Fragment key={part}>
          {index > 0 ? (
            <>
              {" "}
              <Dot />{" "}
            </>
          ) : null}
          {part}
        </Fragment>
      ))}
    </span>
  );
}
