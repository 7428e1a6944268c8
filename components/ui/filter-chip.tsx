import { X } from "lucide-react";
import type { ReactNode } from "react";

/** A filter that is set, in words; a press takes it away. `label` says so to those who do not see the cross. */
export function FilterChip({ label, onRemove, children }: { label: string; onRemove: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      aria-label={label}
      onClick={onRemove}
      className="inline-flex h-(--control-h-sm) cursor-pointer items-center gap-1.5 rounded-full bg-accent-soft pr-1.5 pl-2.5 text-sm font-medium text-accent-text tabular-nums"
    >
      {children}
      <X aria-hidden />
    </button>
  );
}
