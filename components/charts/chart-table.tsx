import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { Table, Td, Th } from "@/components/ui/table";

type ChartTableProps = {
  label: string;
  /** The heads; the first one is that of the names of the rows. */
  heads: readonly string[];
  rows: readonly { name: string; cells: readonly string[] }[];
};

/** The numbers of a chart, for whoever would rather read than look. */
export function ChartTable({ label, heads, rows }: ChartTableProps) {
  const t = useTranslations("dashboard.chart");
  return (
    <details className="group border-t border-line">
      <summary className="flex list-none items-center gap-1.5 px-(--card-x) py-2.5 text-sm text-fg-2 hover:text-fg max-sm:py-3" data-inset-focus="">
        <ChevronRight aria-hidden className="transition-transform group-open:rotate-90" />
        {t("table")}
      </summary>
      <div className="max-h-80 overflow-y-auto">
        <Table label={label}>
          <thead>
            <tr>
              {heads.map((head, index) => (
                <Th key={head} numeric={index > 0}>
                  {head}
                </Th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, cells }, row) => (
              <tr key={row}>
                <th scope="row" className="border-b border-line py-(--cell-y) pr-2.5 pl-(--card-x) text-left font-normal whitespace-nowrap in-[tr:last-child]:border-b-0">
                  {name}
                </th>
                {cells.map((cell, index) => (
                  <Td key={index} numeric>
                    {cell}
                  </Td>
                ))}
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
    </details>
  );
}
