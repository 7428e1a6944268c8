import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

/** Nothing here: says why, what would be here, and what to do. */
export function Empty({ icon: Icon, title, children, actions }: { icon: LucideIcon; title: ReactNode; children?: ReactNode; actions?: ReactNode }) {
  return (
    <div className="grid max-w-[52ch] justify-items-start gap-2 px-(--card-x) py-8">
      <Icon aria-hidden className="mb-1 size-6 stroke-[1.5] text-fg-3" />
      <h3>{title}</h3>
      {children ? <div className="text-fg-2">{children}</div> : null}
      {actions ? <div className="mt-3 flex flex-wrap items-center gap-2">{actions}</div> : null}
    </div>
  );
}
