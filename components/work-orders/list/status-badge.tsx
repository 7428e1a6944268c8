import { Check, CheckCheck, CircleDot, Download, type LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import type { WorkOrderDetail } from "@/lib/work-orders/work-order-detail";

type Status = WorkOrderDetail["status"];

const looks: Record<Status, { tone: BadgeTone; icon: LucideIcon }> = {
  ready: { tone: "line", icon: CircleDot },
  retrieved: { tone: "line", icon: Download },
  complete: { tone: "accent", icon: Check },
  handled: { tone: "neutral", icon: CheckCheck },
};

/** The status of a work order in a word. */
export function StatusBadge({ status }: { status: Status }) {
  const t = useTranslations("workOrders.status");
  const { tone, icon } = looks[status];
  return (
    <Badge tone={tone} icon={icon}>
      {t(status)}
    </Badge>
  );
}
