"use client";

import { useNow, useTranslations } from "next-intl";
import { Progress } from "@/components/ui/progress";
import { Dot } from "@/components/ui/state-line";
import type { BudgetView } from "@/lib/connections/connection-status";

/** The rate budget of a connection: "7 of 10 used in the last minute · 3 left", or when the next request may go. */
export function BudgetLine({ vendorName, budget: { used, perMinute, nextAt } }: { vendorName: string; budget: BudgetView }) {
  const t = useTranslations("settings.budget");
  const title = t("title", { vendor: vendorName });
  return (
    <div className="grid items-center gap-x-8 gap-y-2 border-t border-line px-(--card-x) py-(--row-y) sm:grid-cols-[minmax(0,1fr)_minmax(0,17.5rem)]">
      <div>
        <h3>{title}</h3>
        <p className="text-sm text-fg-3">{t("shared", { vendor: vendorName })}</p>
      </div>
      <div className="grid gap-1.5">
        <Progress label={title} value={used} max={perMinute} />
        <p className="flex flex-wrap gap-x-2 text-sm text-fg-2 tabular-nums">
          <span>{t("used", { used, limit: perMinute })}</span>
          <Dot />
          {nextAt === null ? <span>{t("left", { left: perMinute - used })}</span> : <NextRequest at={nextAt} />}
        </p>
      </div>
    </div>
  );
}

/** As long as the window is: a clock that is wrong here must not promise more than that. */
const A_MINUTE = 60;

/** Counts down in words. It is not read out every second: whoever wants to know looks. */
function NextRequest({ at }: { at: string }) {
  const t = useTranslations("settings.budget");
  const now = useNow({ updateInterval: 1_000 });
  const seconds = Math.min(A_MINUTE, Math.ceil((new Date(at).getTime() - now.getTime()) / 1_000));
  return <span>{seconds > 0 ? t("next", { seconds }) : t("now")}</span>;
}
