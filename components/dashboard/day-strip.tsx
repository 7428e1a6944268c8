import { useFormatter, useTranslations } from "next-intl";
import { HourStrip } from "@/components/charts/hour-strip";
import type { HourState } from "@/lib/dashboard/read-runs";

/** So many hours with an error are named one by one. */
const NAMED = 6;

/** The last 24 hours of an integration as shapes, and below them in words. */
export function DayStrip({ hours, starts, vendorName }: { hours: readonly HourState[]; starts: readonly Date[]; vendorName: string }) {
  const t = useTranslations("dashboard.card");
  const format = useFormatter();
  const count = (state: HourState) => hours.filter((one) => one === state).length;
  const [good, errors, none] = [count("good"), count("error"), count("none")];
  const clocks = starts.filter((_, index) => hours[index] === "error").map((start) => format.dateTime(start, "clock"));
  const at = errors > 0 && errors <= NAMED ? format.list(clocks) : "none";
  return (
    <div className="mt-5">
      <HourStrip hours={hours} label={t("strip", { vendor: vendorName, good, errors, none, at })} />
      <p aria-hidden className="mt-1 flex justify-between gap-3 text-xs text-fg-3">
        <span>{t("dayAgo")}</span>
        <span className="text-center">
          {t("errorHours", { errors })}
          {none > 0 ? ` · ${t("emptyHours", { hours: none })}` : null}
        </span>
        <span>{t("now")}</span>
      </p>
    </div>
  );
}
