"use client";

import { ArrowDown, ArrowUp, Clock, Package, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import type { LineValues } from "@/components/work-orders/form/form-values";
import { MaterialFields } from "@/components/work-orders/form/material-fields";
import { PeriodFields } from "@/components/work-orders/form/period-fields";
import { Button } from "@/components/ui/button";

type LineItemProps = { type: LineValues["type"]; index: number; isLast: boolean; onMove: (step: 1 | -1) => void; onRemove: () => void };

/** One line with its fields; it can be moved and removed. */
export function LineItem({ type, index, isLast, onMove, onRemove }: LineItemProps) {
  const t = useTranslations("workOrders.form.lines");
  const number = index + 1;
  return (
    <fieldset className="px-(--card-x) py-5">
      <legend className="sr-only">{t(`legend.${type}`, { number })}</legend>
      <div className="mb-3 flex items-center justify-between gap-4">
        <p aria-hidden className="flex items-center gap-2 text-sm font-medium text-fg-2">
          {type === "material" ? <Package /> : <Clock />}
          {t(`legend.${type}`, { number })}
        </p>
        <div className="flex gap-1">
          <Button variant="ghost" size="icon" aria-label={t("up", { number })} disabled={index === 0} onClick={() => onMove(-1)}>
            <ArrowUp aria-hidden />
          </Button>
          <Button variant="ghost" size="icon" aria-label={t("down", { number })} disabled={isLast} onClick={() => onMove(1)}>
            <ArrowDown aria-hidden />
          </Button>
          <Button variant="ghost" size="icon" aria-label={t("remove", { number })} onClick={onRemove}>
            <Trash2 aria-hidden />
          </Button>
        </div>
      </div>
      {type === "material" ? <MaterialFields index={index} /> : <PeriodFields index={index} />}
    </fieldset>
  );
}
