import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

export type FactEntry = { name: ReactNode; value: ReactNode };

/** Names and values. `columns`: side by side as far as there is room. */
export function Facts({ facts, columns = false }: { facts: readonly FactEntry[]; columns?: boolean }) {
  return (
    <dl className={classNames("grid", columns ? "grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-[repeat(auto-fit,minmax(9rem,1fr))]" : "gap-3 text-sm")}>
      {facts.map((fact, index) => (
        <div key={index} className="min-w-0">
          <dt className="mb-px text-xs text-fg-3">{fact.name}</dt>
          <dd className="wrap-anywhere">{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}
