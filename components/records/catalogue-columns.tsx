import { CircleCheck, CircleMinus } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { RecordName } from "@/components/records/record-name";
import { sortLink } from "@/components/records/sort-link";
import type { DataColumn } from "@/components/ui/data-table";
import type { CategoryRow, EmployeeRow, HourTypeRow, MaterialRow, WarehouseRow } from "@/lib/catalogue/record-lists";
import type { ImportKind } from "@/lib/connectors/record-kinds";
import { formatDecimal, formatMoney } from "@/lib/i18n/format-decimal";
import type { ListRequest, SearchParams } from "@/lib/paging/list-request";

type Request = Pick<ListRequest<"name" | "number">, "sort" | "direction">;
type BaseRow = { id: string; name: string; number: string; active: boolean; isEdited: boolean };

/** Name and code, which every kind has, in front. */
function useBaseColumns<Row extends BaseRow>(kind: ImportKind, parameters: SearchParams, request: Request): DataColumn<Row>[] {
  const t = useTranslations("sync.field");
  return [
    { name: "name", header: t("name"), phone: "title", sort: sortLink(parameters, request, "name"), cell: (row) => <RecordName kind={kind} record={row} /> },
    { name: "number", header: t("code"), phone: "aside", sort: sortLink(parameters, request, "number"), cell: (row) => row.number, className: "tabular-nums" },
  ];
}

export function useCategoryColumns(parameters: SearchParams, request: Request): DataColumn<CategoryRow>[] {
  const t = useTranslations("sync.field");
  return [...useBaseColumns<CategoryRow>("categories", parameters, request), { name: "description", header: t("description"), cell: (row) => row.description }];
}

export function useMaterialColumns(parameters: SearchParams, request: Request): DataColumn<MaterialRow>[] {
  const t = useTranslations("sync.field");
  const locale = useLocale();
  return [
    ...useBaseColumns<MaterialRow>("materials", parameters, request),
    { name: "group", header: t("group"), cell: (row) => row.group },
    { name: "type", header: t("type"), cell: (row) => row.type, phone: "hidden" },
    { name: "unit", header: t("unit"), cell: (row) => row.unit, phone: "hidden" },
    { name: "stock", header: t("stock"), numeric: true, cell: (row) => row.stock && formatDecimal(row.stock, locale) },
    { name: "price", header: t("price"), numeric: true, cell: (row) => row.price && formatMoney(row.price, locale) },
  ];
}

export function useHourTypeColumns(parameters: SearchParams, request: Request): DataColumn<HourTypeRow>[] {
  const t = useTranslations("sync.field");
  const locale = useLocale();
  return [
    ...useBaseColumns<HourTypeRow>("hourTypes", parameters, request),
    { name: "billable", header: t("billable"), cell: (row) => <BillableMark isBillable={row.billable} /> },
    { name: "unit", header: t("unit"), cell: (row) => row.unit, phone: "hidden" },
    { name: "price", header: t("price"), numeric: true, cell: (row) => row.price && formatMoney(row.price, locale) },
  ];
}

export function useWarehouseColumns(parameters: SearchParams, request: Request): DataColumn<WarehouseRow>[] {
  return useBaseColumns<WarehouseRow>("warehouses", parameters, request);
}

export function useEmployeeColumns(parameters: SearchParams, request: Request): DataColumn<EmployeeRow>[] {
  const t = useTranslations("sync.field");
  return [...useBaseColumns<EmployeeRow>("employees", parameters, request), { name: "email", header: t("email"), cell: (row) => row.email }];
}

function BillableMark({ isBillable }: { isBillable: boolean }) {
  const t = useTranslations("records.row");
  const Icon = isBillable ? CircleCheck : CircleMinus;
  return (
    <span className={isBillable ? "inline-flex items-center gap-1.5" : "inline-flex items-center gap-1.5 text-fg-3"}>
      <Icon aria-hidden className={isBillable ? "text-good" : undefined} />
      {isBillable ? t("billable") : t("notBillable")}
    </span>
  );
}
