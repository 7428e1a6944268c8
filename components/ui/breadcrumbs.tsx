import type { Route } from "next";
import Link from "next/link";
import { useTranslations } from "next-intl";

/** The way here. The page itself is its title, not the last crumb. */
export function Breadcrumbs({ crumbs }: { crumbs: readonly { label: string; href?: Route }[] }) {
  const t = useTranslations("ui");
  return (
    <nav aria-label={t("breadcrumbs")} className="mb-2">
      <ol className="flex flex-wrap gap-2 text-sm text-fg-3">
        {crumbs.map((crumb, index) => (
          <li key={crumb.label} className="flex gap-2">
            {index > 0 ? <span aria-hidden>/</span> : null}
            {crumb.href ? (
              <Link href={crumb.href} className="hover:text-fg hover:underline">
                {crumb.label}
              </Link>
            ) : (
              crumb.label
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
