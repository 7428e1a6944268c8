import { ExternalLink } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ExportActions } from "@/components/exports/export-actions";
import { ExportMarkBadge } from "@/components/exports/export-mark";
import { ExportReason } from "@/components/exports/list/export-reason";
import { SelectAll, SelectRow } from "@/components/work-orders/list/selection";
import type { DataColumn } from "@/components/ui/data-table";
import { Time } from "@/components/ui/time";
import type { ExportRow } from "@/lib/export/list-exports";
import { route } from "@/lib/routes/route";
import type { IssueRow } from "@/lib/issues/stored-issue";

type Shown = { issues: Readonly<Record<string, IssueRow>>; actions: ExportActions | null; isAdministrator: boolean };

export function useExportColumns({ issues, actions, isAdministrator }: Shown): DataColumn<ExportRow>[] {
  const t = useTranslations("exports.list.column");
  const canSelect = actions !== null;
  return [
    {
      name: "workOrder",
      header: t("workOrder"),
      lead: canSelect ? <SelectAll /> : null,
      phone: "title",
      className: "sm:min-w-52",
      cell: ({ id, workOrder: { id: workOrderId, number, customerName, customerDebtorNumber } }) => (
        <span className="flex gap-2">
          {canSelect ? <SelectRow id={id} number={number} /> : null}
          <span>
            <Link href={route(`/work-orders/${workOrderId}`)} className="font-medium whitespace-nowrap tabular-nums hover:underline">
              {number}
            </Link>
            <span className="block text-sm text-fg-2">{customerName ?? customerDebtorNumber}</span>
          </span>
        </span>
      ),
    },
    { name: "vendor", header: t("vendor"), className: "whitespace-nowrap", cell: ({ standing }) => standing.vendorName },
    { name: "state", header: t("state"), phone: "aside", cell: ({ mark }) => <ExportMarkBadge mark={mark} /> },
    { name: "reason", header: t("reason"), className: "sm:w-[42%]", cell: (row) => <ExportReason row={row} issue={issues[row.id] ?? null} actions={actions} isAdministrator={isAdministrator} /> },
    { name: "document", header: t("document"), className: "whitespace-nowrap tabular-nums", cell: ({ standing }) => <DocumentNumber standing={standing} /> },
    { name: "tries", header: t("tries"), numeric: true, cell: ({ standing: { tries } }) => tries },
    { name: "at", header: t("at"), className: "sm:whitespace-nowrap tabular-nums", cell: ({ at }) => <Time value={at} as="moment" /> },
  ];
}

/** The document at the vendor, and the way to it. */
function DocumentNumber({ standing: { answer, document } }: Pick<ExportRow, "standing">) {
  const number = document?.number ?? ("number" in answer ? answer.number : null);
  const url = document?.url ?? ("url" in answer ? answer.url : null);
  if (!number) {
    return (
      <span data-nothing="" className="text-fg-3">
        –
      </span>
    );
  }
  if (!url) return number;
  return (
    <a href={url} target="_blank" rel="noreferrer" className="link inline-flex items-center gap-1">
      {number}
      <ExternalLink aria-hidden className="size-3.5" />
    </a>
  );
}
