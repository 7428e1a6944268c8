import { useFormatter, useTranslations } from "next-intl";
import { useTextsOfVendors } from "@/components/settings/use-vendor-texts";
import type { OptionValue } from "@/lib/connectors/connector";

const dayForm = /^\d{4}-\d{2}-\d{2}$/;

/** Words for a vendor's export options and their values, below `vendors.<id>.exports` in the message files. */
export function useOptionWords(vendor: string) {
  return useOptionWordsOfVendors()(vendor);
}

/** The same where several vendors stand on one page. */
export function useOptionWordsOfVendors() {
  const texts = useTextsOfVendors();
  const t = useTranslations("settings.value");
  const format = useFormatter();
  return (vendor: string) => {
    const text = (key: string) => texts(vendor, `exports.${key}`);
    return {
      group: (group: string) => text(`group.${group}`) ?? group,
      label: (option: string) => text(`${option}.label`) ?? option,
      help: (option: string) => text(`${option}.help`),
      /** Why it does not count at the moment. */
      disabled: (option: string) => text(`${option}.disabled`) ?? text(`${option}.help`),
      /** What the control calls a fixed option. */
      choice: (option: string, value: string) => text(`${option}.options.${value}`) ?? value,
      /** What "nothing chosen" means; null where something has to be chosen. */
      none: (option: string) => text(`${option}.none`),
      /** A value as it stands in a sentence: "15 min", "on", "1 Nov 2026". Those of an account's list are names already. */
      value: (option: string, value: OptionValue): string => {
        if (value === null || value === "") return text(`${option}.none`) ?? t("none");
        if (typeof value === "boolean") return t(value ? "on" : "off");
        if (typeof value === "number") return format.number(value);
        if (dayForm.test(value)) return format.dateTime(new Date(`${value}T12:00:00Z`), "day", { timeZone: "UTC" });
        return text(`${option}.words.${value}`) ?? text(`${option}.options.${value}`) ?? value;
      },
    };
  };
}
