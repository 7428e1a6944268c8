import { useLocale, useTranslations } from "next-intl";
import { LineProblem } from "@/components/work-orders/line-problem";
import type { LineAmounts } from "@/components/work-orders/line-amounts";
import type { LineNames } from "@/lib/work-orders/read-line-names";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DataTable, type DataColumn } from "@/components/ui/data-table";
import { formatDecimal, formatMoney } from "@/lib/i18n/format-decimal";
import type { WorkOrderMaterial } from "@/lib/work-orders/work-order-detail";

type MaterialsCardProps = { materials: readonly WorkOrderMaterial[]; names: LineNames; amounts: LineAmounts };

/** The material lines with what each comes to. */
export function MaterialsCard({ materials, names, amounts }: MaterialsCardProps) {
  const t = useTranslations("workOrders.lines");
  const columns = useMaterialColumns(names, amounts);
  return (
    <Card aria-labelledby="materials">
      <CardHeader title={t("materials")} titleId="materials" />
      {materials.length === 0 ? (
        <CardBody className="text-sm text-fg-2">{t("noMaterials")}</CardBody>
      ) : (
        <div className="pt-2">
          <DataTable label={t("materials")} columns={columns} rows={materials} keyOf={(row) => row.id} />
        </div>
      )}
    </Card>
  );
}

function useMaterialColumns(names: LineNames, amounts: LineAmounts): DataColumn<WorkOrderMaterial>[] {
  const t = useTranslations("workOrders.lines");
  const locale = useLocale();
  const dash = <span className="text-fg-3">–</span>;
  const priced = ({ position }: WorkOrderMaterial) => amounts.lines.get(position);
  return [
    {
      name: "material",
      header: t("material"),
      phone: "title",
      cell: (row) => (
        <>
          {row.name || row.code}
          <LineProblem problem={amounts.problems.get(row.position)} fallback={row.code} />
        </>
      ),
    },
    {
      name: "warehouse",
      header: t("warehouse"),
      cell: ({ warehouseCode, ...row }) => {
        const line = amounts.lines.get(row.position);
        const standard = line?.type === "material" ? line.warehouseCode : null;
        if (warehouseCode) return names.warehouses[warehouseCode] ?? warehouseCode;
        return standard ? <span className="text-fg-3">{t("defaultWarehouse", { name: names.warehouses[standard] ?? standard })}</span> : dash;
      },
    },
    { name: "quantity", header: t("quantity"), numeric: true, cell: ({ quantity, unit }) => [formatDecimal(quantity, locale), unit].filter(Boolean).join(" ") },
    { name: "price", header: t("price"), numeric: true, cell: (row) => money(row.price ?? priced(row)?.unitPrice) },
    { name: "discount", header: t("discount"), numeric: true, phone: "hidden", cell: ({ discount }) => (Number(discount) === 0 ? dash : `${formatDecimal(discount, locale)}%`) },
    { name: "vat", header: t("vat"), numeric: true, phone: "hidden", cell: (row) => percent(row.vatRate ?? priced(row)?.vatRate) },
    { name: "amount", header: t("amount"), numeric: true, phone: "aside", cell: (row) => money(priced(row)?.net) },
  ];

  function money(value: string | null | undefined) {
    return value ? formatMoney(value, locale) : dash;
  }
  function percent(value: string | null | undefined) {
    return value ? `${formatDecimal(value, locale)}%` : dash;
  }
}
