import type { ComponentProps, ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

type TableProps = {
  /** What the table holds; read out, and the name of the area that scrolls. */
  label: string;
  children: ReactNode;
  className?: string;
};

/** A table that scrolls sideways inside its card. Made of `Th` and `Td`. */
export function Table({ label, children, className }: TableProps) {
  return (
    <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={label} data-inset-focus="">
      <table className={classNames("w-full border-collapse text-sm", className)}>{children}</table>
    </div>
  );
}

const edges = "px-2.5 first:pl-(--card-x) last:pr-(--card-x)";

type CellProps = {
  /** Right-aligned, digits of one width. */
  numeric?: boolean;
};

export function Th({ numeric = false, className, ...rest }: ComponentProps<"th"> & CellProps) {
  return (
    <th
      scope="col"
      className={classNames("border-b border-line py-2 align-bottom text-xs font-normal whitespace-nowrap text-fg-3", edges, numeric ? "text-right" : "text-left", className)}
      {...rest}
    />
  );
}

export function Td({ numeric = false, className, ...rest }: ComponentProps<"td"> & CellProps) {
  return (
    <td
      className={classNames("border-b border-line py-(--cell-y) align-top in-[tr:last-child]:border-b-0", edges, numeric && "text-right whitespace-nowrap tabular-nums", className)}
      {...rest}
    />
  );
}
