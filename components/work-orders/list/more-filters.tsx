"use client";

import { ListFilterPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { latePart } from "@/components/ui/late-part";
import { useLatePress } from "@/components/ui/late-press";
import type { WorkOrderFilters } from "@/lib/work-orders/work-order-list-request";

const filtersPart = latePart(() => import("@/components/work-orders/list/late/more-filters"));

/** The filters that one needs now and then, behind a button: the others keep their one row. */
export function MoreFilters({ from, to, hasCustomer = true }: Pick<WorkOrderFilters, "from" | "to"> & { hasCustomer?: boolean }) {
  const t = useTranslations("workOrders.list.filter");
  const { taken, take } = useLatePress(filtersPart);
  const words = (
    <>
      <ListFilterPlus aria-hidden />
      {t("more")}
    </>
  );
  if (taken) return <taken.part.LateMoreFilters from={from} to={to} hasCustomer={hasCustomer} trigger={<Button className="max-sm:w-full">{words}</Button>} press={taken.press} />;
  return (
    <Button className="max-sm:w-full" aria-haspopup="dialog" aria-expanded={false} onClick={take}>
      {words}
    </Button>
  );
}
