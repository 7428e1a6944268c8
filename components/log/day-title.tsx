"use client";

import { useFormatter, useNow, useTimeZone, useTranslations } from "next-intl";
import { dayOf } from "@/components/log/day-groups";

const aDay = 24 * 60 * 60_000;

/** "Today, 20 November". `day` as YYYY-MM-DD of the account's time zone. */
export function DayTitle({ day }: { day: string }) {
  const t = useTranslations("log.panel");
  const format = useFormatter();
  const timeZone = useTimeZone() ?? "UTC";
  const now = useNow({ updateInterval: 60_000 });
  // A date without a clock: noon UTC of that day is written as UTC, whatever the account's zone.
  const date = format.dateTime(new Date(`${day}T12:00:00Z`), { day: "numeric", month: "long", timeZone: "UTC" });
  if (day === dayOf(now, timeZone)) return t("today", { date });
  if (day === dayOf(new Date(now.getTime() - aDay), timeZone)) return t("yesterday", { date });
  return date;
}
