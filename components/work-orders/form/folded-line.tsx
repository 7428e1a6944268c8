"use client";

import { ChevronDown, Clock, Package } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo } from "react";
import type { LineValues } from "@/components/work-orders/form/form-values";

type FoldedLineProps = { line: LineValues & { id: string }; index: number; onOpen: (line: FoldedLineProps["line"], index: number) => void };

/** A line in one row; a press opens its fields. Hundreds of them are not drawn anew for one that changes. */
export const FoldedLine = memo(function FoldedLine({ line, index, onOpen }: FoldedLineProps) {
  const t = useTranslations("workOrders.form.lines");
  const number = index + 1;
  const { name, code, amount } = wordsOf(line);
  return (
    <button
      type="button"
      aria-expanded={false}
      aria-label={[t(`legend.${line.type}`, { number }), name, code, amount].filter(Boolean).join(", ")}
      onClick={() => onOpen(line, index)}
      data-inset-focus=""
      className="flex min-h-(--control-h) w-full cursor-pointer items-center gap-2 px-(--card-x) py-1.5 text-left text-sm hover:bg-hover [&_svg]:text-fg-3"
    >
      {line.type === "material" ? <Package aria-hidden /> : <Clock aria-hidden />}
      <span className="w-8 flex-none text-right text-fg-3 tabular-nums">{number}</span>
      <span className="min-w-0 flex-1 truncate">
        {name} <span className="text-fg-3">{code}</span>
      </span>
      <span className="flex-none text-fg-2 tabular-nums">{amount}</span>
      <ChevronDown aria-hidden />
    </button>
  );
});

/** What tells a line from the others, as it was typed. */
function wordsOf(line: LineValues): { name: string; code: string; amount: string } {
  if (line.type === "material") return { name: line.name || line.code, code: line.name ? line.code : "", amount: [line.quantity, line.unit].filter(Boolean).join(" ") };
  return { name: line.employeeName || line.employeeCode || line.hourTypeCode, code: line.employeeName || line.employeeCode ? line.hourTypeCode : "", amount: line.begin && line.end ? `${line.begin} – ${line.end}` : line.total };
}
