import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ChartTable } from "@/components/charts/chart-table";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { classNames } from "@/components/ui/class-names";

type ChartCardProps = {
  id: string;
  title: string;
  /** What the chart says, in a sentence. */
  says: string;
  isEmpty: boolean;
  /** Where the drawing stands in a card that is higher. Default: at its end, so that those of a row have one ground line. */
  stands?: "start" | "end";
  legend?: ReactNode;
  table: Pick<Parameters<typeof ChartTable>[0], "heads" | "rows">;
  className?: string;
  children: ReactNode;
};

/** A chart: its title, what it says in words, the drawing, and the numbers as a table. */
export function ChartCard({ id, title, says, isEmpty, stands = "end", legend, table, className, children }: ChartCardProps) {
  const t = useTranslations("dashboard.chart");
  return (
    <Card aria-labelledby={id} className={classNames("flex flex-col", className)}>
      <CardHeader title={title} titleId={id} description={isEmpty ? t("empty") : says} />
      {isEmpty ? <div className="pb-5" /> : (
        <>
          <CardBody className={classNames("grid grow gap-4", stands === "end" ? "content-end" : "content-start")}>
            {legend}
            {children}
          </CardBody>
          <ChartTable label={title} heads={table.heads} rows={table.rows} />
        </>
      )}
    </Card>
  );
}
