import { useTranslations } from "next-intl";
import type { ExportActions } from "@/components/exports/export-actions";
import { ExportBulkBar } from "@/components/exports/list/export-bulk-bar";
import { useExportColumns } from "@/components/exports/list/export-columns";
import { ExportFiltersBar } from "@/components/exports/list/export-filters-bar";
import { ExportsEmpty } from "@/components/exports/list/exports-empty";
import { SelectAll, SelectionProvider } from "@/components/work-orders/list/selection";
import { DataTable } from "@/components/ui/data-table";
import { KeysetPager } from "@/components/ui/keyset-pager";
import type { ExportCounts } from "@/lib/export/count-exports";
import { isExportFiltered, type ExportFilters } from "@/lib/export/export-list-request";
import type { ExportRow } from "@/lib/export/list-exports";
import type { IssueRow } from "@/lib/issues/stored-issue";
import type { SearchParams } from "@/lib/paging/list-request";
import type { Page } from "@/lib/paging/read-page";

type ExportListProps = {
  parameters: SearchParams;
  filters: ExportFilters;
  page: Page<ExportRow>;
  counts: readonly ExportCounts[];
  vendors: readonly { id: string; name: string }[];
  /** The open issue behind each export, by its id. */
  issues: Readonly<Record<string, IssueRow>>;
  isAdministrator: boolean;
  /** Null: may look, but change nothing. */
  actions: ExportActions | null;
};

/** Everything that goes out: filters, table, what is done to many, pages. */
export function ExportList({ parameters, filters, page, counts, vendors, issues, isAdministrator, actions }: ExportListProps) {
  const t = useTranslations("exports.list");
  const columns = useExportColumns({ issues, actions, isAdministrator });
  const { rows } = page;
  const isFirst = page.before === null && page.after === null;
  if (rows.length === 0 && isFirst && !isExportFiltered(filters)) return <ExportsEmpty isFiltered={false} />;
  return (
    <SelectionProvider rows={rows.map(({ id, workOrder: { number } }) => ({ id, number }))}>
      <ExportFiltersBar filters={filters} counts={counts} vendors={vendors} />
      {rows.length === 0 ? (
        <ExportsEmpty isFiltered />
      ) : (
        <>
          {actions ? (
            <div className="px-(--card-x) pb-2 sm:hidden">
              <SelectAll label />
            </div>
          ) : null}
          <DataTable label={t("label")} columns={columns} rows={rows} keyOf={(row) => row.id} />
        </>
      )}
      <KeysetPager parameters={parameters} page={page} />
      {actions ? (
        <ExportBulkBar
          exports={rows.map(({ id, workOrder, standing: { connectionId, vendorName } }) => ({ id, workOrder: { id: workOrder.id, number: workOrder.number }, target: { connectionId, vendorName } }))}
          actions={actions}
        />
      ) : null}
    </SelectionProvider>
  );
}
