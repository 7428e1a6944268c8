import { useTranslations } from "next-intl";
import { useChangedValue } from "@/components/work-orders/use-changed-value";
import { isWorkOrderField } from "@/components/work-orders/work-order-fields";
import type { FieldChange } from "@/lib/work-orders/work-order-events";

/** The changed fields with their values before and after; folded, because there may be many. */
export function ChangeList({ changes }: { changes: readonly FieldChange[] }) {
  const t = useTranslations("workOrders.history");
  const fields = useTranslations("workOrders.field");
  const shown = useChangedValue();
  return (
    <details className="mt-1 text-xs">
      <summary className="text-fg-2">{t("changes")}</summary>
      <ul className="mt-1.5 grid gap-1">
        {changes.map(({ field, code, before, after }, index) => (
          <li key={index} className="wrap-anywhere">
            <span className="text-fg-3">{[code, isWorkOrderField(field) ? fields(field) : field].filter(Boolean).join(" · ")}</span>{" "}
            {field === "lineOrder" ? null : t("change", { before: shown(field, before), after: shown(field, after) })}
          </li>
        ))}
      </ul>
    </details>
  );
}
