"use client";

import { SlidersHorizontal } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState, type ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { Button } from "@/components/ui/button";

/** The filters of a list; on a phone behind a button, which says how many are set, so that the list itself is in sight. */
export function FilterFold({ active, children }: { active: number; children: ReactNode }) {
  const t = useTranslations("workOrders.list.filter");
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button aria-expanded={isOpen} aria-controls={id} onClick={() => setIsOpen(!isOpen)} className="w-full sm:hidden">
        <SlidersHorizontal aria-hidden />
        {t("fold", { count: active })}
      </Button>
      <div id={id} className={classNames("sm:contents", isOpen ? "max-sm:flex max-sm:w-full max-sm:flex-wrap max-sm:gap-2" : "max-sm:hidden")}>
        {children}
      </div>
    </>
  );
}
