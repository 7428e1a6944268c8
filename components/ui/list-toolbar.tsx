import type { ReactNode } from "react";

/** Above a list: search and filters, and at the end how many there are. */
export function ListToolbar({ children, count }: { children: ReactNode; count?: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center gap-2 px-(--card-x) pt-5 pb-3">
      {children}
      {count ? <p className="ml-auto text-sm text-fg-3 tabular-nums max-sm:ml-0 max-sm:w-full max-sm:pt-1">{count}</p> : null}
    </div>
  );
}
