import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

const tones = {
  neutral: "bg-sunken text-fg-2",
  good: "bg-good-soft text-good-text",
  /** Needs a person; nothing else is orange. */
  alert: "bg-alert-soft text-alert-text",
  accent: "bg-accent-soft text-accent-text",
  line: "text-fg-2 shadow-edge",
} as const;

export type BadgeTone = keyof typeof tones;

/** Shape and word carry the meaning, colour only repeats it. */
export function Badge({ tone = "neutral", icon: Icon, children }: { tone?: BadgeTone; icon?: LucideIcon; children: ReactNode }) {
  return (
    <span className={classNames("inline-flex h-5.5 items-center gap-1.5 rounded-full px-2 text-xs leading-none font-medium whitespace-nowrap", tones[tone])}>
      {Icon ? <Icon aria-hidden className="size-3.25" /> : null}
      {children}
    </span>
  );
}
