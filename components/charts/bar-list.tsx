import Link from "next/link";
import type { Route } from "next";

type BarListItem = { name: string; value: number; written: string; href: Route };

/** Amounts below each other, the longest bar for the largest one. */
export function BarList({ items }: { items: readonly BarListItem[] }) {
  const most = Math.max(1, ...items.map(({ value }) => value));
  return (
    <ul className="grid gap-3.5">
      {items.map(({ name, value, written, href }) => (
        <li key={name} className="grid gap-1">
          <span className="flex items-baseline justify-between gap-4 text-sm">
            <Link href={href} className="min-w-0 text-fg no-underline wrap-anywhere hover:underline">
              {name}
            </Link>
            <strong className="tabular-nums">{written}</strong>
          </span>
          <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden className="block h-1 w-full overflow-hidden rounded-full">
            <rect width="100" height="4" fill="var(--sunken)" />
            <rect width={Math.max(1, (100 * value) / most)} height="4" fill="var(--chart-1)" />
          </svg>
        </li>
      ))}
    </ul>
  );
}
