import { useTranslations } from "next-intl";
import { assertNever } from "@/lib/assert";
import type { BulkAct } from "@/components/work-orders/list/bulk-acts";
import { writeWorkStatus, type WorkStatus } from "@/lib/work-statuses/work-status";

/** What an act on many will do, before it is done. */
export function useBulkWords(act: BulkAct, count: number, workStatuses: readonly WorkStatus[]): { title: string; lead: string; confirm: string } {
  const t = useTranslations("workOrders.bulk.ask");
  const statuses = useTranslations("workOrders.status");
  const none = useTranslations("workOrders.workStatus")("none");
  const wordsOf = (kind: BulkAct["kind"], words: Record<string, string | number>) => ({ title: t(`${kind}.title`, words), lead: t(`${kind}.lead`, words), confirm: t(`${kind}.confirm`, words) });
  switch (act.kind) {
    case "exportAgain":
    case "doNotSend":
      return wordsOf(act.kind, { count, vendor: act.target.vendorName });
    case "setStatus":
      return wordsOf(act.kind, { count, status: statuses(act.status) });
    case "setWorkStatus": {
      const found = workStatuses.find(({ id }) => id === act.workStatusId);
      return wordsOf(act.kind, { count, status: found ? writeWorkStatus(found) : none });
    }
    default:
      return assertNever(act);
  }
}
