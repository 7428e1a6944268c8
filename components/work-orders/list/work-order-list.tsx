import { useTranslations } from "next-intl";
import { BulkBar } from "@/components/work-orders/list/bulk-bar";
import type { BulkActions, ExportTarget } from "@/components/work-orders/list/bulk-acts";
import { FilterChips } from "@/components/work-orders/list/filter-chips";
import { FilterFold } from "@/components/work-orders/list/filter-fold";
import { MoreFilters } from "@/components/work-orders/list/more-filters";
import { SelectAll, SelectionProvider } from "@/components/work-orders/list/selection";
import { useWorkOrderColumns } from "@/components/work-orders/list/work-order-columns";
import { WorkOrdersEmpty } from "@/components/work-orders/list/work-orders-empty";
import { DataTable } from "@/components/ui/data-table";
import { KeysetPager } from "@/components/ui/keyset-pager";
import { ListFilter } from "@/components/ui/list-filter";
import { ListSearch } from "@/components/ui/list-search";
import { ListToolbar } from "@/components/ui/list-toolbar";
import { exportMarks } from "@/lib/export/export-standing";
import type { SearchParams } from "@/lib/paging/list-request";
import type { WorkOrderList as Listed } from "@/lib/work-orders/list-work-orders";
import { workOrderStatuses } from "@/lib/work-orders/status-steps";
import type { WorkOrderListRequest } from "@/lib/work-orders/work-order-list-request";
import { writeWorkStatus, type WorkStatus } from "@/lib/work-statuses/work-status";

type WorkOrderListProps = {
  parameters: SearchParams;
  request: WorkOrderListRequest;
  list: Listed;
  workStatuses: readonly WorkStatus[];
  targets: readonly ExportTarget[];
  /** Null: may look, but change nothing. */
  actions: BulkActions | null;
};

/** Stands for "no filter"; the select keeps the empty text for itself. */
const all = "all";

/** The work orders: search, filters, table, what is done to many, pages. */
export function WorkOrderList({ parameters, request, list, workStatuses, targets, actions }: WorkOrderListProps) {
  const t = useTranslations("workOrders.list");
  const statuses = useTranslations("workOrders.status");
  const marks = useTranslations("exports.mark");
  const columns = useWorkOrderColumns({ parameters, request, canSelect: actions !== null });
  if (list.rows.length === 0 && !isSearched(request)) return <WorkOrdersEmpty isSearched={false} canCreate={actions !== null} />;
  const { status, workStatusId, exportMark, customer, from, to } = request;
  return (
    <SelectionProvider rows={list.rows.map(({ id, number }) => ({ id, number }))}>
      <ListToolbar count={t("count", { count: list.total })}>
        <ListSearch label={t("search")} />
        <FilterFold active={activeFilters(request)}>
          <ListFilter name="status" label={t("filter.status")} value={status ?? all} standard={all} options={[{ value: all, label: t("filter.anyStatus") }, ...workOrderStatuses.map((value) => ({ value, label: statuses(value) }))]} />
          <ListFilter
            name="workStatus"
            label={t("filter.workStatus")}
            value={workStatusId ?? all}
            standard={all}
            options={[{ value: all, label: t("filter.anyWorkStatus") }, ...workStatuses.map((one) => ({ value: one.id, label: writeWorkStatus(one) }))]}
          />
          <ListFilter name="export" label={t("filter.export")} value={exportMark ?? all} standard={all} options={[{ value: all, label: t("filter.anyExport") }, ...exportMarks.map((value) => ({ value, label: marks(value) }))]} />
          <MoreFilters from={from} to={to} />
        </FilterFold>
        <FilterChips customer={customer} from={from} to={to} />
      </ListToolbar>
      {list.rows.length === 0 ? (
        <WorkOrdersEmpty isSearched canCreate={actions !== null} />
      ) : (
        <>
          {actions ? (
            <div className="px-(--card-x) pb-2 sm:hidden">
              <SelectAll label />
            </div>
          ) : null}
          <DataTable label={t("label")} columns={columns} rows={list.rows} keyOf={(row) => row.id} />
        </>
      )}
      <KeysetPager parameters={parameters} page={list} />
      {actions ? <BulkBar targets={targets} workStatuses={workStatuses} actions={actions} /> : null}
    </SelectionProvider>
  );
}

function activeFilters({ status, workStatusId, exportMark, customer, from, to }: WorkOrderListRequest): number {
  return [status, workStatusId, exportMark, customer, from, to].filter((filter) => filter !== null).length;
}

/** Somebody looks for something, or stands on a later page: the list itself may be full. */
function isSearched(request: WorkOrderListRequest): boolean {
  return request.search !== "" || request.position.at !== "start" || activeFilters(request) > 0;
}
