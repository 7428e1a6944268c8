import { useLocale } from "next-intl";
import { formatDecimal, formatMoney } from "@/lib/i18n/format-decimal";

/** A stored value as people read it: amounts and numbers in their language. */
export function useShownValue() {
  const locale = useLocale();
  return (field: string, value: string): string => {
    if (field === "price") return formatMoney(value, locale);
    if (field === "stock" || field === "vatRate") return formatDecimal(value, locale);
    return value;
  };
}
