import { Check, CircleMinus, Minus, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useDay } from "@/components/work-orders/use-day";
import type { ExportCondition, ExportStanding } from "@/lib/export/export-standing";

const marks = {
  met: { icon: Check, look: "text-good" },
  unmet: { icon: TriangleAlert, look: "text-alert" },
  open: { icon: CircleMinus, look: "text-fg-2" },
  unknown: { icon: Minus, look: "text-fg-3" },
} as const;

/** Not yet so, or on purpose: nothing is wrong, so nothing is orange. */
const choices: readonly ExportCondition["name"][] = ["switchedOn", "complete", "workStatus", "afterStartDate"];

/** What has to hold before the work order goes out, each with a tick, a triangle, or a dash where it is not known yet. */
export function ExportConditions({ vendorName: vendor, conditions }: Pick<ExportStanding, "vendorName" | "conditions">) {
  const t = useTranslations("workOrders.box");
  if (conditions.length === 0) return null;
  return (
    <ul aria-label={t("conditions")} className="mt-5 grid gap-2 border-t border-line pt-5 text-sm">
      {conditions.map((condition) => (
        <Condition key={condition.name} condition={condition} vendor={vendor} />
      ))}
    </ul>
  );
}

function Condition({ condition: { name, isMet, value }, vendor }: { condition: ExportCondition; vendor: string }) {
  const t = useTranslations("exports.condition");
  const words = useTranslations("workOrders.box.mark");
  const day = useDay();
  const word = isMet === null ? "unknown" : isMet ? "met" : "unmet";
  const mark = word === "unmet" && choices.includes(name) ? "open" : word;
  const { icon: Icon, look } = marks[mark];
  return (
    <li className="grid grid-cols-[1rem_minmax(0,1fr)_auto] gap-2">
      <Icon aria-hidden className={`mt-0.5 ${look}`} />
      <span className={word === "unmet" ? "font-medium" : word === "unknown" ? "text-fg-3" : undefined}>
        <span className="sr-only">{words(word)}</span> {t(name, { vendor })}
      </span>
      {value === null ? null : <span className="max-w-32 text-right text-fg-3 tabular-nums wrap-anywhere">{/^\d{4}-\d{2}-\d{2}$/.test(value) ? day(value) : value}</span>}
    </li>
  );
}
