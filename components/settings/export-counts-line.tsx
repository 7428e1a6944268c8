"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Dot } from "@/components/ui/state-line";
import { Time } from "@/components/ui/time";
import type { ExportCounts } from "@/lib/connections/export-counts";
import type { ExportMark } from "@/lib/export/export-standing";

/** "3 waiting · 1 failed · 1 uncertain · 418 in Cash since 1 Nov": each leads to those work orders. */
export function ExportCountsLine({ counts, vendorName }: { counts: ExportCounts; vendorName: string }) {
  const t = useTranslations("settings.exports");
  const { waiting, failed, uncertain, toDecide, done, doneSince } = counts;
  const parts: { mark: ExportMark; words: ReactNode }[] = [
    ...(waiting > 0 ? [{ mark: "waiting" as const, words: t("waiting", { count: waiting }) }] : []),
    ...(failed > 0 ? [{ mark: "error" as const, words: t("failed", { count: failed }) }] : []),
    ...(uncertain > 0 ? [{ mark: "uncertain" as const, words: t("uncertain", { count: uncertain }) }] : []),
    ...(toDecide > 0 ? [{ mark: "needsReview" as const, words: t("toDecide", { count: toDecide }) }] : []),
    ...(doneSince ? [{ mark: "done" as const, words: t.rich("done", { count: done, vendor: vendorName, day: () => <Time value={doneSince} as="day" /> }) }] : []),
  ];
  if (parts.length === 0) return t("nothing");
  return (
    <span className="flex flex-wrap gap-x-2 tabular-nums">
      {parts.map(({ mark, words }, index) => (
        <span key={mark} className="inline-flex gap-x-2">
          <Link href={{ pathname: "/work-orders", query: { export: mark } }} className="link">
            {words}
          </Link>
          {index < parts.length - 1 ? <Dot /> : null}
        </span>
      ))}
    </span>
  );
}
