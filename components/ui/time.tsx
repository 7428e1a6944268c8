"use client";

import { useFormatter, useNow } from "next-intl";

type TimeProps = {
  /** A moment, as a Date or ISO text. */
  value: Date | string;
  /** `relative`: 4 min ago. `moment`: 20 Nov 2026, 09:37. `clock`: 09:37. `day`: 20 Nov 2026. */
  as?: "relative" | "moment" | "clock" | "day";
  className?: string;
};

/** A moment people can read, the exact one on hover, in the account's time zone. */
export function Time({ value, as = "relative", className }: TimeProps) {
  const moment = new Date(value);
  const format = useFormatter();
  return (
    <time dateTime={moment.toISOString()} title={format.dateTime(moment, "exact")} className={className}>
      {as === "relative" ? <Relative moment={moment} /> : format.dateTime(moment, as)}
    </time>
  );
}

const aDay = 24 * 60 * 60_000;

/** Hours and minutes for a day; after that the date says more than "43 days ago". */
function Relative({ moment }: { moment: Date }) {
  const now = useNow({ updateInterval: 30_000 });
  const format = useFormatter();
  if (Math.abs(now.getTime() - moment.getTime()) >= aDay) return format.dateTime(moment, "moment");
  return format.relativeTime(moment, { now, style: "short" });
}
