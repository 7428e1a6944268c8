"use client";

import Link from "next/link";
import { useNow, useTranslations } from "next-intl";
import { freshnessLook } from "@/components/settings/freshness-look";
import { NearTime } from "@/components/settings/near-time";
import { StateLine } from "@/components/ui/state-line";
import type { FreshnessView } from "@/lib/connections/read-freshness";

type FreshnessLineProps = {
  freshness: FreshnessView;
  isAsking?: boolean;
  isRunning?: boolean;
  /** Connected, but nothing is read before one is chosen. */
  lacksAdministration?: boolean;
  /** What is known to be wrong: with any of it nothing is green, however recent the last success. */
  openIssues?: number;
};

/** How an integration stands to its promise, in words: "On time · last sync 4 min ago · next in 11 min". */
export function FreshnessLine({ freshness, isAsking = false, isRunning = false, lacksAdministration = false, openIssues = 0 }: FreshnessLineProps) {
  const t = useTranslations("settings.state");
  const states = useTranslations("sync");
  const now = useNow({ updateInterval: 15_000 });
  const { state, lastSuccessAt, nextSyncAt, pausedAt } = freshness;
  if (lacksAdministration && state === "firstSync") return <StateLine state={t("noAdministration")} />;
  const isDue = nextSyncAt !== null && new Date(nextSyncAt) <= now;
  const { tone, icon } = freshnessLook(state, { isAsking, openIssues });
  const hasConnection = state !== "notConnected" && state !== "noLicence";
  return (
    <StateLine state={isAsking ? states("state.stopped") : states(`freshness.${state}`)} tone={tone} icon={icon}>
      {state === "paused" && pausedAt ? <span key="paused">{isAsking ? `${states("freshness.paused")} ` : null}{t.rich("pausedSince", { time: () => <NearTime value={pausedAt} isPast /> })}</span> : null}
      {openIssues > 0 ? (
        <Link key="issues" href="/issues" className="link">
          {t("issues", { count: openIssues })}
        </Link>
      ) : null}
      {isRunning ? <span key="running">{t("running")}</span> : null}
      {lastSuccessAt ? <span key="last">{t.rich("last", { time: () => <NearTime value={lastSuccessAt} isPast /> })}</span> : hasConnection && state !== "firstSync" ? <span key="never">{t("never")}</span> : null}
      {nextSyncAt && !isRunning ? <span key="next">{isDue ? t("due") : t.rich("next", { time: () => <NearTime value={nextSyncAt} /> })}</span> : null}
    </StateLine>
  );
}
