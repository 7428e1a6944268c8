import { useLocale, useTranslations } from "next-intl";
import { writeClock, writeDuration } from "@/components/work-orders/clock-time";
import { useDay } from "@/components/work-orders/use-day";
import { formatDecimal } from "@/lib/i18n/format-decimal";

/** What the values of a field are, where they are not plain text: `10023` as a debtor number is no ten thousand. */
const decimals = ["quantity", "price", "discount", "vatRate"];
const days = ["workDate", "endDate", "date"];
const clocks = ["beginMinute", "endMinute"];
const durations = ["breakMinutes", "totalMinutes"];

/** Writes a stored value of a changed field as people read it. */
export function useChangedValue(): (field: string, value: string | null) => string {
  const t = useTranslations("workOrders.history");
  const locale = useLocale();
  const day = useDay();
  return (field, value) => {
    if (value === null) return t("empty");
    if (field === "isTravel") return t(value === "true" ? "yes" : "no");
    if (decimals.includes(field)) return formatDecimal(value, locale);
    if (days.includes(field)) return day(value);
    if (clocks.includes(field)) return writeClock(Number(value));
    return durations.includes(field) ? writeDuration(Number(value)) : value;
  };
}
