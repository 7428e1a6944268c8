import { useFormatter } from "next-intl";

/** Writes a day (YYYY-MM-DD, which has no time zone) as people read it: 20 Nov 2026. */
export function useDay(): (day: string) => string {
  const format = useFormatter();
  return (day) => format.dateTime(new Date(`${day}T00:00:00Z`), { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
}
