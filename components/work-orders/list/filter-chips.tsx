"use client";

import { useTranslations } from "next-intl";
import { useListParameters } from "@/components/work-orders/list/use-list-parameters";
import { useDay } from "@/components/work-orders/use-day";
import { FilterChip } from "@/components/ui/filter-chip";
import type { WorkOrderFilters } from "@/lib/work-orders/work-order-list-request";

/** Customer and dates that the list is narrowed to. They are chosen behind a button, so they have to be seen beside it. */
export function FilterChips({ customer, from, to }: Pick<WorkOrderFilters, "customer" | "from" | "to">) {
  const t = useTranslations("workOrders.list.filter");
  const day = useDay();
  const { set } = useListParameters();
  const dates = from && to ? t("between", { from: day(from), to: day(to) }) : from ? t("since", { day: day(from) }) : to ? t("until", { day: day(to) }) : null;
  return (
    <>
      {customer ? (
        <FilterChip label={t("clearCustomer", { number: customer })} onRemove={() => set({ customer: null })}>
          {t("ofCustomer", { number: customer })}
        </FilterChip>
      ) : null}
      {dates ? (
        <FilterChip label={t("clearDates", { dates })} onRemove={() => set({ from: null, to: null })}>
          {dates}
        </FilterChip>
      ) : null}
    </>
  );
}
