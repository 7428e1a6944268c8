"use client";

import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useLogTexts } from "@/components/log/use-log-texts";
import { Time } from "@/components/ui/time";
import type { LogRow } from "@/lib/log/read-entry";

/** Where the log is out of sight below the page: its latest error in one line, when no success has followed it. */
export function LatestError({ entries }: { entries: readonly LogRow[] }) {
  const t = useTranslations("log.panel");
  const { sentence } = useLogTexts();
  const newest = entries.find(({ level }) => level === "error" || level === "success");
  if (newest?.level !== "error") return null;
  return (
    <a href={`#entry-${newest.id}`} className="mt-2 flex items-center gap-2 rounded-md bg-alert-soft px-3 py-2 text-sm text-alert-text no-underline lg:hidden">
      <TriangleAlert aria-hidden className="text-alert" />
      <span className="sr-only">{t("latest")}</span>
      <span className="min-w-0 truncate">{sentence(newest)}</span>
      <Time value={newest.at} as="clock" className="ml-auto text-fg-2" />
    </a>
  );
}
