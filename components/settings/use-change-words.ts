import { useTranslations } from "next-intl";
import { administrationName } from "@/components/settings/administration-field";
import { useOptionWords } from "@/components/settings/use-option-words";
import { assertNever } from "@/lib/assert";
import type { SettingChange } from "@/lib/connections/compare-settings";
import type { Administration } from "@/lib/connectors/connector";

/** Changes of settings in words: as they stand in the save bar before saving, and in the answer afterwards. */
export function useChangeWords(vendor: string, administrations: readonly Administration[]) {
  const t = useTranslations("settings");
  const kinds = useTranslations("sync.kind");
  const options = useOptionWords(vendor);
  const values = (change: SettingChange) => {
    switch (change.field) {
      case "import": {
        const word = (isOn: boolean) => t(isOn ? "value.on" : "value.off");
        return { field: kinds(change.kind), before: word(change.before), after: word(change.after) };
      }
      case "administration": {
        const name = (code: string | null) => (code === null ? t("value.none") : administrationName(administrations, code));
        return { field: t("administration.label"), before: name(change.before), after: name(change.after) };
      }
      case "export": {
        const { option, before, after } = change;
        return { field: options.label(option), before: options.value(option, before), after: options.value(option, after) };
      }
      default:
        return assertNever(change);
    }
  };
  return {
    /** "Relations: off → on". */
    pending: (change: SettingChange) => t("change.item", values(change)),
    /** "Relations is now on". */
    done: (change: SettingChange) => {
      const { field, after } = values(change);
      return t("change.now", { field, after });
    },
  };
}
