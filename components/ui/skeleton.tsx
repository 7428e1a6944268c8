import { classNames } from "@/components/ui/class-names";

/** One grey bar. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={classNames("block h-3 animate-pulse rounded-sm bg-hover", className)} />;
}

const widths = ["w-3/5", "w-1/2", "w-3/4", "w-2/5", "w-2/3"] as const;

/** Rows of the height of a table's, with the words that say what is loading. */
export function SkeletonRows({ label, rows = 10 }: { label: string; rows?: number }) {
  return (
    <div aria-busy="true">
      <p role="status" className="px-(--card-x) pt-4 pb-3 text-sm text-fg-2">
        {label}
      </p>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="grid grid-cols-[minmax(0,1fr)_5rem_3rem] items-center gap-8 border-t border-line px-(--card-x) py-[calc(var(--cell-y)+0.25rem)]">
          <Skeleton className={widths[row % widths.length]} />
          <Skeleton />
          <Skeleton />
        </div>
      ))}
    </div>
  );
}
