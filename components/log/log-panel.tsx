"use client";

import { RefreshCw } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { EntryList } from "@/components/log/entry-list";
import { Button } from "@/components/ui/button";
import { Card, CardFooter } from "@/components/ui/card";
import type { LogRow } from "@/lib/log/read-entry";

type LogPanelProps = {
  entries: readonly LogRow[];
  isRefreshing: boolean;
  isUnavailable: boolean;
  onRefresh: () => void;
  /** The power icon. */
  children?: ReactNode;
};

/** What happened with one integration, newest first, beside its settings. */
export function LogPanel({ entries, isRefreshing, isUnavailable, onRefresh, children }: LogPanelProps) {
  const t = useTranslations("log.panel");
  return (
    <Card id="log" aria-labelledby="log-title" className="[--card-x:1.25rem] max-sm:[--card-x:1rem]">
      <header className="flex items-center justify-between gap-2 px-(--card-x) pt-5 pb-1">
        <h2 id="log-title">{t("title")}</h2>
        <div className="flex items-center gap-1">
          <Button variant="ghost" size="sm" onClick={onRefresh} busy={isRefreshing && t("refreshing")}>
            <RefreshCw aria-hidden />
            {t("refresh")}
          </Button>
          {children}
        </div>
      </header>
      {isUnavailable ? (
        <p role="alert" className="px-(--card-x) py-2 text-sm text-fg-2">
          {t("unavailable")}
        </p>
      ) : null}
      {entries.length === 0 ? <p className="px-(--card-x) py-3 text-sm text-fg-2">{t("empty")}</p> : <EntryList entries={entries} />}
      <CardFooter className="mt-3">
        <Link href="/log" className="link">
          {t("fullLog")}
        </Link>
        <span className="text-xs text-fg-3">{t("kept")}</span>
      </CardFooter>
    </Card>
  );
}
