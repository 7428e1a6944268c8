import { useId, type ReactNode } from "react";

/** Options that belong together, under a quiet heading; those of no group stand there by themselves. */
export function OptionGroup({ title, children }: { title: string | null; children: ReactNode }) {
  const titleId = useId();
  if (title === null) return <div className="divide-y divide-line">{children}</div>;
  return (
    <div role="group" aria-labelledby={titleId} className="pt-5">
      <h3 id={titleId} className="px-(--card-x) text-sm font-medium text-fg-3">
        {title}
      </h3>
      <div className="divide-y divide-line">{children}</div>
    </div>
  );
}
