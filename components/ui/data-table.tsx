import { ArrowDown, ArrowUp } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

/**
 * Where a cell goes when a row is stacked on a phone: the title and what is beside it in one line, the others below with their names.
 * A dash that is marked with `data-nothing` needs no line there.
 */
type PhonePlace = "title" | "aside" | "line" | "hidden";

export type DataColumn<Row> = {
  name: string;
  header: string;
  /** Stands before the words of the head: a tick for all rows. */
  lead?: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Right-aligned, digits of one width. */
  numeric?: boolean;
  /** Column heads that can be sorted are links: where to, and how the list is sorted by it now. */
  sort?: { href: `?${string}`; direction: "ascending" | "descending" | null };
  phone?: PhonePlace;
  className?: string;
};

type DataTableProps<Row> = {
  /** What the table holds; read out. */
  label: string;
  columns: readonly DataColumn<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  /** Rows that are out of use are quiet. */
  isQuiet?: (row: Row) => boolean;
};

const phonePlaces: Record<PhonePlace, string> = {
  title: "max-sm:order-1 max-sm:min-w-0 max-sm:text-md",
  aside: "max-sm:order-2 max-sm:text-right max-sm:text-md",
  line: "max-sm:order-3 max-sm:col-span-2 max-sm:flex max-sm:gap-2 max-sm:before:w-24 max-sm:before:shrink-0 max-sm:before:text-fg-3 max-sm:before:content-[attr(data-label)] max-sm:empty:hidden max-sm:has-[[data-nothing]]:hidden",
  hidden: "max-sm:hidden",
};

/**
 * A table that becomes stacked rows on a phone. The roles stand there because a browser forgets what a table is when its
 * rows are laid out as blocks.
 */
export function DataTable<Row>({ label, columns, rows, keyOf, isQuiet }: DataTableProps<Row>) {
  return (
    <div className="overflow-x-auto">
      <table role="table" aria-label={label} className="w-full border-collapse text-sm max-sm:block">
        <thead role="rowgroup" className="max-sm:hidden">
          <tr role="row">
            {columns.map((column) => (
              <HeaderCell key={column.name} column={column} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" className="max-sm:block max-sm:border-t max-sm:border-line">
          {rows.map((row) => (
            <tr
              key={keyOf(row)}
              role="row"
              className={classNames(
                "transition-colors hover:bg-hover max-sm:grid max-sm:grid-cols-[minmax(0,1fr)_auto] max-sm:gap-x-4 max-sm:gap-y-0.5 max-sm:border-b max-sm:border-line max-sm:px-(--card-x) max-sm:py-3 max-sm:last:border-b-0",
                isQuiet?.(row) && "text-fg-3",
              )}
            >
              {columns.map((column) => (
                <td
                  key={column.name}
                  role="cell"
                  data-label={column.header}
                  className={classNames(
                    "border-b border-line px-2.5 py-(--cell-y) align-top wrap-anywhere in-[tr:last-child]:border-b-0 first:pl-(--card-x) last:pr-(--card-x) max-sm:block max-sm:border-0 max-sm:!p-0",
                    column.numeric && "whitespace-nowrap tabular-nums sm:text-right",
                    phonePlaces[column.phone ?? "line"],
                    column.className,
                  )}
                >
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function HeaderCell<Row>({ column: { header, lead, numeric, sort } }: { column: DataColumn<Row> }) {
  const t = useTranslations("ui.list");
  const Arrow = sort?.direction === "descending" ? ArrowDown : ArrowUp;
  return (
    <th
      scope="col"
      role="columnheader"
      aria-sort={sort?.direction ?? undefined}
      className={classNames(
        "border-b border-line px-2.5 py-2 align-bottom text-xs font-normal whitespace-nowrap text-fg-3 first:pl-(--card-x) last:pr-(--card-x)",
        numeric ? "text-right" : "text-left",
      )}
    >
      {lead}
      {sort ? (
        <Link
          href={sort.href}
          scroll={false}
          title={t("sortBy", { column: header })}
          className={classNames("group inline-flex items-center gap-1 hover:text-fg", numeric && "flex-row-reverse", sort.direction && "font-medium text-fg")}
        >
          {header}
          <Arrow aria-hidden className={classNames("size-3", !sort.direction && "opacity-0 group-hover:opacity-60 group-focus-visible:opacity-60")} />
        </Link>
      ) : (
        header
      )}
    </th>
  );
}
