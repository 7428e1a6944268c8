"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { ActionError } from "@/components/actions/action-error";
import { useServerAction } from "@/components/actions/use-server-action";
import { Button } from "@/components/ui/button";
import { Card, CardFooter, CardHeader } from "@/components/ui/card";
import { DataTable, type DataColumn } from "@/components/ui/data-table";
import type { ImportActions } from "@/components/work-order-import/import-actions";
import { saveText } from "@/components/work-order-import/save-text";
import { problemSentence } from "@/lib/api/problem-sentence";
import type { CellProblem } from "@/lib/intake/cell-problem";

type WrongCellsProps = { file: File; wrongOrders: number; cells: readonly CellProblem[]; total: number; wrongRows: ImportActions["wrongRows"] };

/** Every wrong cell with its row, and the way to get the wrong rows as a file. */
export function WrongCells({ file, wrongOrders, cells, total, wrongRows }: WrongCellsProps) {
  const t = useTranslations("intake.import.wrong");
  const { run, isRunning, error } = useServerAction(wrongRows, ({ text }) => saveText(text, `${t("fileName")}-${file.name}`));
  return (
    <Card className="overflow-hidden">
      <CardHeader title={t("title")} description={t("lead", { count: wrongOrders })}>
        <Button busy={isRunning && t("downloading")} onClick={() => run({ file })}>
          <Download aria-hidden />
          {t("download")}
        </Button>
      </CardHeader>
      <ActionError error={error} className="mx-(--card-x) mt-3" />
      <div className="mt-3">
        <CellTable label={t("title")} cells={cells} />
      </div>
      {total > cells.length ? <CardFooter className="text-fg-2">{t("shown", { shown: cells.length, count: total })}</CardFooter> : null}
    </Card>
  );
}

/** Wrong cells, one in a row. */
export function CellTable({ label, cells }: { label: string; cells: readonly CellProblem[] }) {
  const t = useTranslations("intake.import");
  const problems = useTranslations("intake.problem");
  const columns: DataColumn<CellProblem>[] = [
    { name: "row", header: t("column.row"), className: "tabular-nums", cell: ({ row }) => row },
    { name: "number", header: t("column.number"), className: "sm:min-w-24", phone: "title", cell: ({ number }) => number },
    { name: "field", header: t("column.field"), className: "sm:whitespace-nowrap", cell: ({ column }) => <span className="font-mono">{column}</span> },
    { name: "value", header: t("column.value"), cell: ({ value }) => (value === "" ? <span className="text-fg-3">{t("wrong.empty")}</span> : <span className="line-clamp-3">{value}</span>) },
    { name: "problem", header: t("column.problem"), cell: (problem) => problemSentence(problems, problem) },
  ];
  return <DataTable label={label} columns={columns} rows={cells} keyOf={({ row, column, code }) => `${row} ${column} ${code}`} />;
}
