import type { Formats } from "next-intl";

/** How dates and numbers are written everywhere; the language and the account's time zone are the request's. */
export const formats = {
  dateTime: {
    /** 20 Nov 2026 */
    day: { day: "numeric", month: "short", year: "numeric" },
    /** 20 November */
    dayAndMonth: { day: "numeric", month: "long" },
    /** 09:37 */
    clock: { hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
    /** 20 Nov 2026, 09:37 */
    moment: { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
    /** Friday 20 November 2026, 09:37:12 CET */
    exact: {
      weekday: "long",
      day: "numeric",
      month: "long",
      year: "numeric",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
      hourCycle: "h23",
      timeZoneName: "short",
    },
  },
  number: {
    count: { maximumFractionDigits: 0 },
    percent: { style: "percent", maximumFractionDigits: 0 },
  },
  list: { both: { type: "conjunction" } },
} as const satisfies Formats;
