import { useTranslations } from "next-intl";
import { FilterChips } from "@/components/work-orders/list/filter-chips";
import { FilterFold } from "@/components/work-orders/list/filter-fold";
import { MoreFilters } from "@/components/work-orders/list/more-filters";
import { ListFilter } from "@/components/ui/list-filter";
import { ListSearch } from "@/components/ui/list-search";
import { ListToolbar } from "@/components/ui/list-toolbar";
import type { ExportCounts } from "@/lib/export/count-exports";
import { listedMarks, type ExportFilters, type ListedMark } from "@/lib/export/export-list-request";

type ExportFiltersBarProps = { filters: ExportFilters; counts: readonly ExportCounts[]; vendors: readonly { id: string; name: string }[] };

/** The select keeps the empty text for itself. */
const all = "all";

/** Which count belongs to a mark; of what is done there is no end. */
const countOf: Partial<Record<ListedMark, keyof Omit<ExportCounts, "connectionId" | "vendor">>> = {
  waiting: "waiting", sending: "sending", error: "failed", notFinished: "notFinished", uncertain: "uncertain", needsReview: "needsReview", dismissed: "dismissed",
};

/** What the list is narrowed to; it stands in the address. */
export function ExportFiltersBar({ filters: { mark, vendor, from, to }, counts, vendors }: ExportFiltersBarProps) {
  const t = useTranslations("exports.list");
  const marks = useTranslations("exports.mark");
  const shown = counts.filter((one) => vendor === null || one.vendor === vendor);
  const labelOf = (one: ListedMark) => {
    const name = countOf[one];
    const count = name === undefined ? 0 : shown.reduce((sum, counted) => sum + counted[name], 0);
    return count > 0 ? `${marks(one)} · ${count}` : marks(one);
  };
  return (
    <ListToolbar>
      <ListSearch label={t("search")} />
      <FilterFold active={[mark, vendor, from, to].filter((filter) => filter !== null).length}>
        <ListFilter name="state" label={t("filter.state")} value={mark ?? all} standard={all} options={[{ value: all, label: t("filter.anyState") }, ...listedMarks.map((value) => ({ value, label: labelOf(value) }))]} />
        {vendors.length > 1 || vendor !== null ? (
          <ListFilter
            name="integration"
            label={t("filter.integration")}
            value={vendor ?? all}
            standard={all}
            options={[{ value: all, label: t("filter.anyIntegration") }, ...vendors.map(({ id, name }) => ({ value: id, label: name }))]}
          />
        ) : null}
        <MoreFilters from={from} to={to} hasCustomer={false} />
      </FilterFold>
      <FilterChips customer={null} from={from} to={to} />
    </ListToolbar>
  );
}
