import Link from "next/link";
import { useTranslations } from "next-intl";
import { FilterChip } from "@/components/ui/filter-chip";
import { isLogFiltered, type LogFilters } from "@/lib/log/log-filters";

/** Filters that a link from elsewhere has set, each to be taken away, and the way back to the whole log. */
export function FilterChips({ filters, show }: { filters: LogFilters; show: (change: Partial<LogFilters>) => void }) {
  const t = useTranslations("log.panel.page");
  if (!isLogFiltered(filters)) return null;
  return (
    <div className="flex flex-wrap items-center gap-2">
      {filters.run ? (
        <FilterChip label={t("clearRun")} onRemove={() => show({ run: null })}>
          {t("ofRun")}
        </FilterChip>
      ) : null}
      {filters.record ? (
        <FilterChip label={t("clearRecord")} onRemove={() => show({ record: null })}>
          {t("ofRecord", { key: filters.record })}
        </FilterChip>
      ) : null}
      {filters.workOrder ? (
        <FilterChip label={t("clearWorkOrder")} onRemove={() => show({ workOrder: null })}>
          {t("ofWorkOrder")}
        </FilterChip>
      ) : null}
      <Link href="/log" className="link text-sm">
        {t("clear")}
      </Link>
    </div>
  );
}
