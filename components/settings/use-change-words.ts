import { useTranslations } from "next-intl";
import { administrationName } from "@/components/settings/administration-field";
import type { SettingChange } from "@/lib/connections/compare-settings";
import type { Administration } from "@/lib/connectors/connector";

/** Changes of settings in words: as they stand in the save bar before saving, and in the answer afterwards. */
export function useChangeWords(administrations: readonly Administration[]) {
  const t = useTranslations("settings");
  const kinds = useTranslations("sync.kind");
  const values = (change: SettingChange) => {
    if (change.field === "import") {
      const word = (isOn: boolean) => t(isOn ? "value.on" : "value.off");
      return { field: kinds(change.kind), before: word(change.before), after: word(change.after) };
    }
    const name = (code: string | null) => (code === null ? t("value.none") : administrationName(administrations, code));
    return { field: t("administration.label"), before: name(change.before), after: name(change.after) };
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
