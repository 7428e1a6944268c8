"use client";

import { useFormatter, useNow, useTranslations } from "next-intl";
import { Time } from "@/components/ui/time";

const aMinute = 60_000;

/**
 * A moment close to now: "just now", "4 min ago", "in 11 min"; seconds are more than anybody wants to know. Whether it is
 * past is said by the caller, because the browser's idea of now lags behind.
 */
export function NearTime({ value, isPast = false }: { value: string; isPast?: boolean }) {
  const t = useTranslations("settings.state");
  const format = useFormatter();
  const now = useNow({ updateInterval: 15_000 });
  const moment = new Date(value);
  if (Math.abs(moment.getTime() - now.getTime()) >= aMinute) return <Time value={value} />;
  return (
    <time dateTime={value} title={format.dateTime(moment, "exact")}>
      {t(isPast ? "justNow" : "soon")}
    </time>
  );
}
