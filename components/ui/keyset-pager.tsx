import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { CardFooter } from "@/components/ui/card";
import { listAddress } from "@/lib/paging/list-address";
import type { SearchParams } from "@/lib/paging/list-request";

type KeysetPagerProps = {
  /** Of the page's address: search, filters and order stay. */
  parameters: SearchParams;
  /** Cursors of the neighbouring pages; null where there is none. */
  page: { before: string | null; after: string | null };
};

/** Back and forth through a long list. Nothing to show when everything is on one page. */
export function KeysetPager({ parameters, page: { before, after } }: KeysetPagerProps) {
  const t = useTranslations("ui.list");
  const addressOf = (name: "before" | "after", cursor: string | null) => (cursor === null ? null : listAddress(parameters, { [name]: cursor }));
  if (before === null && after === null) return null;
  return (
    <CardFooter role="navigation" aria-label={t("pages")}>
      {before === null ? (
        <span />
      ) : (
        <Link href={listAddress(parameters, {})} className="link">
          {t("first")}
        </Link>
      )}
      <div className="flex gap-2">
        <Step href={addressOf("before", before)} label={t("previous")} rel="prev" />
        <Step href={addressOf("after", after)} label={t("next")} rel="next" />
      </div>
    </CardFooter>
  );
}

function Step({ href, label, rel }: { href: `?${string}` | null; label: string; rel: "prev" | "next" }) {
  if (!href) {
    return (
      <Button size="sm" disabled>
        {label}
      </Button>
    );
  }
  return (
    <Button size="sm" asChild>
      <Link href={href} rel={rel}>
        {label}
      </Link>
    </Button>
  );
}
