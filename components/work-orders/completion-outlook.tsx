"use client";

import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { ExportCondition, ExportStanding } from "@/lib/export/export-standing";
import type { WorkStatus } from "@/lib/work-statuses/work-status";

type OutlookProps = {
  standings: readonly ExportStanding[];
  workStatus: WorkStatus | null;
  /** Another work status than the one it has. */
  isChanged: boolean;
};

/** What happens at each bookkeeping once the work order is complete with this work status. */
export function CompletionOutlook({ standings, workStatus, isChanged }: OutlookProps) {
  const t = useTranslations("workOrders.complete");
  if (standings.length === 0) return <Notice>{t("outlook.noBookkeeping")}</Notice>;
  return (
    <div aria-live="polite" className="grid gap-2">
      {standings.map((standing) => (
        <Notice key={standing.vendor}>{t(`outlook.${outlookOf(standing, workStatus, isChanged)}`, { vendor: standing.vendorName })}</Notice>
      ))}
    </div>
  );
}

/** Settled by the connection first: without it no work status helps. */
function outlookOf({ conditions, vendor }: ExportStanding, workStatus: WorkStatus | null, isChanged: boolean): "unready" | "off" | "goes" | "stays" {
  const isUnmet = (name: ExportCondition["name"]) => conditions.some((condition) => condition.name === name && condition.isMet === false);
  if (isUnmet("connected") || isUnmet("licensed")) return "unready";
  if (isUnmet("switchedOn")) return "off";
  // Of the present one the settings are known to say so; of another, what it was made for.
  if (!isChanged) return isUnmet("workStatus") ? "stays" : "goes";
  return workStatus?.purpose === "send" && workStatus.vendor === vendor ? "goes" : "stays";
}
