"use client";

import { ListFilterPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { Popover } from "radix-ui";
import { CustomerFilter } from "@/components/work-orders/list/customer-filter";
import { DateFilter } from "@/components/work-orders/list/date-filter";
import { Button } from "@/components/ui/button";
import type { WorkOrderFilters } from "@/lib/work-orders/work-order-list-request";

/** The filters that one needs now and then, behind a button: the others keep their one row. */
export function MoreFilters({ from, to, hasCustomer = true }: Pick<WorkOrderFilters, "from" | "to"> & { hasCustomer?: boolean }) {
  const t = useTranslations("workOrders.list.filter");
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <Button className="max-sm:w-full">
          <ListFilterPlus aria-hidden />
          {t("more")}
        </Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={6}
          collisionPadding={12}
          aria-label={t("more")}
          className="z-40 grid w-[min(22rem,calc(100vw-1.5rem))] animate-appear grid-cols-2 gap-x-3 gap-y-4 rounded-lg bg-raised p-4 shadow-float"
        >
          {hasCustomer ? <CustomerFilter /> : null}
          <DateFilter name="from" label={t("from")} value={from ?? ""} />
          <DateFilter name="to" label={t("to")} value={to ?? ""} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
