"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { EntryList } from "@/components/log/entry-list";
import { Card, CardFooter, CardHeader } from "@/components/ui/card";
import type { LogRow } from "@/lib/log/read-entry";

/** What the log says about a sync. */
export function RunMessages({ runId, entries }: { runId: string; entries: readonly LogRow[] }) {
  const t = useTranslations("runs.detail");
  return (
    <Card aria-labelledby="messages-title">
      <CardHeader title={t("messages")} titleId="messages-title" />
      {entries.length === 0 ? <p className="px-(--card-x) py-3 text-sm text-fg-2">{t("noMessages")}</p> : <EntryList entries={entries} />}
      <CardFooter className="mt-3">
        <Link href={`/log?run=${runId}`} className="link">
          {t("allMessages")}
        </Link>
      </CardFooter>
    </Card>
  );
}
