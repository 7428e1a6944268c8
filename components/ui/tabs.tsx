import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

export type TabLink = { href: Route; label: ReactNode; count?: ReactNode; current: boolean };

/** Tabs that are links: each view has an address of its own. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly TabLink[] }) {
  return (
    <nav aria-label={label} className="mb-6 flex gap-6 overflow-x-auto border-b border-line">
      {tabs.map((tab) => (
        <Link
          key={tab.href}
          href={tab.href}
          aria-current={tab.current ? "page" : undefined}
          className={classNames(
            "-mb-px inline-flex items-center gap-2 border-b-2 px-0.5 py-2 whitespace-nowrap no-underline transition-colors max-sm:py-3",
            tab.current ? "border-fg font-medium text-fg" : "border-transparent text-fg-2 hover:text-fg",
          )}
          data-inset-focus=""
        >
          {tab.label}
          {tab.count === undefined ? null : <span className="text-xs font-normal text-fg-3 tabular-nums">{tab.count}</span>}
        </Link>
      ))}
    </nav>
  );
}
