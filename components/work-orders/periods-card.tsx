import { useLocale, useTranslations } from "next-intl";
import { writeClock, writeDuration } from "@/components/work-orders/clock-time";
import type { LineAmounts } from "@/components/work-orders/line-amounts";
import { LineProblem } from "@/components/work-orders/line-problem";
import { WorkOrderTotals, type TotalsProps } from "@/components/work-orders/totals";
import { useDay } from "@/components/work-orders/use-day";
import type { LineNames } from "@/lib/work-orders/read-line-names";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { DataTable, type DataColumn } from "@/components/ui/data-table";
import { formatDecimal, formatMoney } from "@/lib/i18n/format-decimal";
import type { WorkPeriod } from "@/lib/work-orders/work-order-detail";

type PeriodsCardProps = { periods: readonly WorkPeriod[]; names: LineNames; amounts: LineAmounts; totals: TotalsProps };

/** The hours as worked and as billed; those that are not billable are quiet. The totals of the work order stand below. */
export function PeriodsCard({ periods, names, amounts, totals }: PeriodsCardProps) {
  const t = useTranslations("workOrders.lines");
  const columns = usePeriodColumns(names, amounts);
  return (
    <Card aria-labelledby="periods">
      <CardHeader title={t("periods")} titleId="periods" />
      {periods.length === 0 ? (
        <CardBody className="text-sm text-fg-2">{t("noPeriods")}</CardBody>
      ) : (
        <div className="pt-2">
          <DataTable label={t("periods")} columns={columns} rows={periods} keyOf={(row) => row.id} isQuiet={(row) => amounts.leftOut.has(row.position)} />
        </div>
      )}
      <CardFooter className="!items-end">
        <WorkOrderTotals {...totals} />
      </CardFooter>
    </Card>
  );
}

function usePeriodColumns(names: LineNames, amounts: LineAmounts): DataColumn<WorkPeriod>[] {
  const t = useTranslations("workOrders.lines");
  const locale = useLocale();
  const day = useDay();
  const dash = <span className="text-fg-3">–</span>;
  return [
    {
      name: "employee",
      header: t("employee"),
      phone: "title",
      cell: ({ employeeName, employeeCode, remark, isTravel, position }) => (
        <>
          {employeeName ?? employeeCode ?? t("nobody")}
          <LineProblem problem={amounts.problems.get(position)} fallback={[isTravel ? t("travel") : null, remark].filter(Boolean).join(" · ")} />
        </>
      ),
    },
    {
      name: "hourType",
      header: t("hourType"),
      cell: ({ hourTypeCode, position }) => (
        <span>
          {names.hourTypes[hourTypeCode] ?? hourTypeCode}
          {amounts.leftOut.has(position) ? <span className="block text-xs text-fg-3">{t("notBillable")}</span> : null}
        </span>
      ),
    },
    {
      name: "time",
      header: t("time"),
      numeric: true,
      cell: ({ date, beginMinute, endMinute }) => (
        <span>
          {beginMinute === null || endMinute === null ? null : `${writeClock(beginMinute)} – ${writeClock(endMinute)}`}
          <span className="block text-xs text-fg-3">{day(date)}</span>
        </span>
      ),
    },
    { name: "worked", header: t("worked"), numeric: true, cell: ({ totalMinutes }) => writeDuration(totalMinutes) },
    { name: "billed", header: t("billed"), numeric: true, cell: ({ position }) => hours(amounts.lines.get(position)?.quantity) },
    { name: "price", header: t("price"), numeric: true, cell: ({ position }) => money(amounts.lines.get(position)?.unitPrice) },
    { name: "amount", header: t("amount"), numeric: true, phone: "aside", cell: ({ position }) => money(amounts.lines.get(position)?.net) },
  ];

  function money(value: string | null | undefined) {
    return value ? formatMoney(value, locale) : dash;
  }
  function hours(value: string | undefined) {
    return value === undefined ? dash : t("hours", { hours: formatDecimal(value, locale, { minimumFractionDigits: 2 }) });
  }
}
