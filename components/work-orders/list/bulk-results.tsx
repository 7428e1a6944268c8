import { Check, Minus, TriangleAlert, type LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import type { BulkResult } from "@/lib/work-orders/bulk-result";

const marks: Record<BulkResult["outcome"], { icon: LucideIcon; look: string }> = {
  done: { icon: Check, look: "text-good" },
  unchanged: { icon: Minus, look: "text-fg-3" },
  refused: { icon: TriangleAlert, look: "text-alert" },
};

/** Those that need a look come first. */
const order: readonly BulkResult["outcome"][] = ["refused", "unchanged", "done"];

/** What happened to each work order; one that goes out is not there yet. */
export function BulkResults({ results, isExport }: { results: readonly BulkResult[]; isExport: boolean }) {
  const t = useTranslations("workOrders.bulk.outcome");
  const sorted = [...results].sort((one, other) => order.indexOf(one.outcome) - order.indexOf(other.outcome));
  return (
    <ul className="my-4 max-h-[50vh] divide-y divide-line overflow-y-auto border-t border-line text-sm" tabIndex={0} aria-label={t("label")} data-inset-focus="">
      {sorted.map((result) => {
        const { icon: Icon, look } = marks[result.outcome];
        return (
          <li key={result.id} className="grid grid-cols-[1rem_6rem_minmax(0,1fr)] gap-3 px-4 py-2.5 sm:px-6">
            <Icon aria-hidden className={`mt-0.5 ${look}`} />
            <span className="font-medium tabular-nums wrap-anywhere">{result.number ?? "–"}</span>
            <span className="text-fg-2">{result.outcome === "refused" ? <Refusal result={result} /> : t(isExport && result.outcome === "done" ? "goes" : result.outcome)}</span>
          </li>
        );
      })}
    </ul>
  );
}

function Refusal({ result }: { result: Extract<BulkResult, { outcome: "refused" }> }) {
  const errors = useTranslations("errors");
  return (
    <>
      {errors(`${result.code}.message`, result.params)}
      <span className="block text-fg-3">{errors(`${result.code}.remedy`, result.params)}</span>
    </>
  );
}
