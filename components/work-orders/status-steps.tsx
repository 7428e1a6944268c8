import { Check, CircleDot } from "lucide-react";
import { useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import { workOrderStatuses } from "@/lib/work-orders/status-steps";
import type { WorkOrderDetail } from "@/lib/work-orders/work-order-detail";

/** Where the work order is on its way: what is behind it has a tick. */
export function StatusSteps({ status }: { status: WorkOrderDetail["status"] }) {
  const t = useTranslations("workOrders");
  const reached = workOrderStatuses.indexOf(status);
  return (
    <ol aria-label={t("page.steps")} className="mt-3 flex flex-wrap gap-x-2 gap-y-1 text-sm max-sm:gap-x-3 text-fg-3">
      {workOrderStatuses.map((step, index) => {
        const isDone = index < reached || status === "handled";
        return (
          <li
            key={step}
            aria-current={step === status ? "step" : undefined}
            className={classNames(
              "flex items-center gap-1.5",
              index > 0 && "sm:before:mr-0.5 sm:before:h-px sm:before:w-6 sm:before:bg-line-strong",
              step === status ? "font-semibold text-fg" : isDone && "text-fg-2",
            )}
          >
            {isDone ? <Check aria-hidden /> : step === status ? <CircleDot aria-hidden className="size-3.5" /> : null}
            {t(`status.${step}`)}
          </li>
        );
      })}
    </ol>
  );
}
