"use client";

import { useTranslations } from "next-intl";
import { Popover } from "radix-ui";
import type { ReactElement } from "react";
import { CustomerFilter } from "@/components/work-orders/list/customer-filter";
import { DateFilter } from "@/components/work-orders/list/date-filter";
import { useHandedOn, type Press } from "@/components/ui/late-press";
import type { WorkOrderFilters } from "@/lib/work-orders/work-order-list-request";

type LateMoreFiltersProps = Pick<WorkOrderFilters, "from" | "to"> & { hasCustomer: boolean; trigger: ReactElement; press: Press };

/** The sheet below the button of `more-filters`. */
export function LateMoreFilters({ from, to, hasCustomer, trigger, press }: LateMoreFiltersProps) {
  const t = useTranslations("workOrders.list.filter");
  return (
    <Popover.Root>
      <Popover.Trigger asChild ref={useHandedOn(press)}>
        {trigger}
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
