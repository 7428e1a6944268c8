"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useSelection } from "@/components/work-orders/list/selection";
import { Button } from "@/components/ui/button";

/** How many rows of a list are ticked and what can be done to them; it stays in sight while some are. */
export function SelectionBar({ label, count, children }: { label: string; count: number; children: ReactNode }) {
  const t = useTranslations("workOrders.bulk");
  const { clear } = useSelection();
  if (count === 0) return null;
  return (
    <section
      aria-label={label}
      className="sticky bottom-4 z-5 mx-2 mb-2 flex animate-appear flex-wrap items-center gap-2 rounded-lg bg-raised py-2.5 pr-2.5 pl-4 shadow-float max-sm:bottom-0 max-sm:mx-0 max-sm:rounded-b-none"
    >
      <p role="status" className="mr-auto text-sm font-medium">
        {t("selected", { count })}
      </p>
      {children}
      <Button variant="ghost" size="icon" aria-label={t("clear")} onClick={clear}>
        <X aria-hidden />
      </Button>
    </section>
  );
}
