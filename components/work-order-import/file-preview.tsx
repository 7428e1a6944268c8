"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { DataTable, type DataColumn } from "@/components/ui/data-table";
import { Notice } from "@/components/ui/notice";
import { ResultCounts } from "@/components/work-order-import/result-counts";
import type { FilePreview, PreviewOrder } from "@/lib/intake/preview-file";

type FilePreviewProps = { name: string; preview: FilePreview; onImport: () => void; onOther: () => void };

/** What an import of the file would do, and the button that does it. */
export function FilePreviewCard({ name, preview: { rows, counts, orders }, onImport, onOther }: FilePreviewProps) {
  const t = useTranslations("intake.import");
  const columns = useColumns();
  const good = counts.created + counts.updated + counts.unchanged;
  const changing = counts.created + counts.updated;
  return (
    <Card className="overflow-hidden">
      <CardHeader title={t("preview.title", { name })} description={t("preview.summary", { orders: good + counts.wrong, rows })} />
      <CardBody className="grid gap-5">
        <ResultCounts counts={counts} />
        {changing === 0 ? <Notice title={t("preview.nothing")} /> : null}
      </CardBody>
      {orders.length > 0 ? <DataTable label={t("preview.orders")} columns={columns} rows={orders} keyOf={({ number }) => number} isQuiet={({ result }) => result === "unchanged"} /> : null}
      {good > orders.length ? <p className="px-(--card-x) py-3 text-sm text-fg-2">{t("preview.more", { count: good - orders.length })}</p> : null}
      <CardFooter>
        <Button onClick={onOther}>{t("choose.another")}</Button>
        {changing > 0 ? (
          <Button variant="primary" onClick={onImport}>
            {t("start", { count: changing })}
          </Button>
        ) : null}
      </CardFooter>
    </Card>
  );
}

function useColumns(): DataColumn<PreviewOrder>[] {
  const t = useTranslations("intake.import");
  const format = useFormatter();
  return [
    { name: "number", header: t("column.number"), phone: "title", cell: ({ number }) => <span className="font-medium">{number}</span> },
    { name: "row", header: t("column.row"), className: "tabular-nums", cell: ({ row }) => row },
    { name: "customer", header: t("column.customer"), cell: ({ customer }) => customer },
    // A day without a time: read and written in UTC, so that no time zone moves it.
    { name: "date", header: t("column.date"), className: "whitespace-nowrap", cell: ({ workDate }) => format.dateTime(new Date(workDate), { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" }) },
    { name: "lines", header: t("column.lines"), numeric: true, cell: ({ lines }) => lines },
    { name: "result", header: t("column.result"), phone: "aside", cell: ({ result }) => <Badge tone={result === "unchanged" ? "line" : "accent"}>{t(`result.${result}`)}</Badge> },
  ];
}
