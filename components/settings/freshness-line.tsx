"use client";

import { CircleQuestionMark, KeyRound, Pause, Plug, type LucideIcon } from "lucide-react";
import { useNow, useTranslations } from "next-intl";
import { NearTime } from "@/components/settings/near-time";
import { StateLine } from "@/components/ui/state-line";
import type { FreshnessView } from "@/lib/connections/read-freshness";

type Look = { tone: "good" | "alert" | "neutral"; icon?: LucideIcon };

/** Orange is for what needs a person: late and paused are not. */
const looks: Readonly<Record<FreshnessView["state"], Look>> = {
  onTime: { tone: "good" },
  late: { tone: "neutral" },
  error: { tone: "alert" },
  actionRequired: { tone: "alert" },
  paused: { tone: "neutral", icon: Pause },
  notConnected: { tone: "neutral", icon: Plug },
  noLicence: { tone: "neutral", icon: KeyRound },
  firstSync: { tone: "neutral" },
};

type FreshnessLineProps = {
  freshness: FreshnessView;
  isAsking?: boolean;
  isRunning?: boolean;
  /** Connected, but nothing is read before one is chosen. */
  lacksAdministration?: boolean;
};

/** How an integration stands to its promise, in words: "On time · last sync 4 min ago · next in 11 min". */
export function FreshnessLine({ freshness, isAsking = false, isRunning = false, lacksAdministration = false }: FreshnessLineProps) {
  const t = useTranslations("settings.state");
  const states = useTranslations("sync");
  const now = useNow({ updateInterval: 15_000 });
  const { state, lastSuccessAt, nextSyncAt, pausedAt } = freshness;
  if (lacksAdministration && state === "firstSync") return <StateLine state={t("noAdministration")} />;
  const isDue = nextSyncAt !== null && new Date(nextSyncAt) <= now;
  // A sync that asks a person something is not on time, whatever the clock says.
  const { tone, icon } = isAsking ? { tone: "alert" as const, icon: CircleQuestionMark } : looks[state];
  const hasConnection = state !== "notConnected" && state !== "noLicence";
  return (
    <StateLine state={isAsking ? states("state.stopped") : states(`freshness.${state}`)} tone={tone} icon={icon}>
      {state === "paused" && pausedAt ? <span key="paused">{isAsking ? `${states("freshness.paused")} ` : null}{t.rich("pausedSince", { time: () => <NearTime value={pausedAt} isPast /> })}</span> : null}
      {isRunning ? <span key="running">{t("running")}</span> : null}
      {lastSuccessAt ? <span key="last">{t.rich("last", { time: () => <NearTime value={lastSuccessAt} isPast /> })}</span> : hasConnection && state !== "firstSync" ? <span key="never">{t("never")}</span> : null}
      {nextSyncAt && !isRunning ? <span key="next">{isDue ? t("due") : t.rich("next", { time: () => <NearTime value={nextSyncAt} /> })}</span> : null}
    </StateLine>
  );
}
