import Link from "next/link";
import { useTranslations } from "next-intl";
import { ExportMarkBadge } from "@/components/exports/export-mark";
import { sortLink } from "@/components/records/sort-link";
import { SelectAll, SelectRow } from "@/components/work-orders/list/selection";
import { StatusBadge } from "@/components/work-orders/list/status-badge";
import { useDay } from "@/components/work-orders/use-day";
import type { DataColumn } from "@/components/ui/data-table";
import type { SearchParams } from "@/lib/paging/list-request";
import { route } from "@/lib/routes/route";
import type { WorkOrderRow } from "@/lib/work-orders/list-work-orders";
import type { WorkOrderListRequest } from "@/lib/work-orders/work-order-list-request";
import { writeWorkStatus } from "@/lib/work-statuses/work-status";

type Asked = { parameters: SearchParams; request: Pick<WorkOrderListRequest, "sort" | "direction">; canSelect: boolean };

export function useWorkOrderColumns({ parameters, request, canSelect }: Asked): DataColumn<WorkOrderRow>[] {
  const t = useTranslations("workOrders.list.column");
  const states = useTranslations("exports.document.state");
  const day = useDay();
  return [
    {
      name: "number",
      header: t("number"),
      lead: canSelect ? <SelectAll /> : null,
      phone: "title",
      sort: sortLink(parameters, request, "number"),
      cell: (row) => (
        <span className="flex items-center gap-2">
          {canSelect ? <SelectRow id={row.id} number={row.number} /> : null}
          <Link href={route(`/work-orders/${row.id}`)} className="font-medium whitespace-nowrap tabular-nums hover:underline">
            {row.number}
          </Link>
        </span>
      ),
    },
    {
      name: "customer",
      header: t("customer"),
      cell: (row) => (
        <span>
          {row.customerName ?? row.customerDebtorNumber}
          {row.customerName && row.customerDebtorNumber ? <span className="block text-xs text-fg-3 tabular-nums max-sm:ml-2 max-sm:inline">{row.customerDebtorNumber}</span> : null}
        </span>
      ),
    },
    { name: "date", header: t("date"), className: "whitespace-nowrap tabular-nums", sort: sortLink(parameters, request, "date"), cell: (row) => day(row.workDate) },
    { name: "description", header: t("description"), className: "sm:max-w-72", cell: (row) => row.shortDescription },
    {
      name: "status",
      header: t("status"),
      phone: "aside",
      cell: (row) => <StatusBadge status={row.status} />,
    },
    { name: "workStatus", header: t("workStatus"), cell: (row) => (row.workStatus ? <span className={row.workStatus.purpose === "error" ? "text-alert-text" : undefined}>{writeWorkStatus(row.workStatus)}</span> : null) },
    {
      name: "export",
      header: t("export"),
      cell: (row) =>
        row.exportMark === "none" ? (
          <span data-nothing="" className="text-fg-3">
            –
          </span>
        ) : (
          <span>
            <ExportMarkBadge mark={row.exportMark} />
            {row.documentNumber ? (
              <span className="mt-0.5 block text-xs text-fg-3 tabular-nums max-sm:ml-2 max-sm:inline">
                {row.documentNumber}
                {row.documentState && row.documentState !== row.exportMark ? ` · ${states(row.documentState)}` : null}
              </span>
            ) : null}
          </span>
        ),
    },
  ];
}
