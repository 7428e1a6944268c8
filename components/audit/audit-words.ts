import { useMessages, useTranslations } from "next-intl";
import { useOptionWordsOfVendors } from "@/components/settings/use-option-words";
import { useTextsOfVendors } from "@/components/settings/use-vendor-texts";
import { isAuditAction, isAuditField, isRecordField } from "@/lib/audit/audit-actions";
import { roles } from "@/lib/auth/roles";
import { isLocale, localeNames } from "@/lib/i18n/locales";

/** An export option of a vendor: `cash.exports.hourRounding`. */
const optionForm = /^(?<vendor>[\w-]+)\.exports\.(?<option>\w+)$/;

const licenceStates = ["none", "trial", "active", "cancelled", "lapsed"] as const;

/** Words for what the audit trail stores as names: acts, fields and values. What has none is shown as it is. */
export function useAuditWords() {
  const t = useTranslations("audit");
  const users = useTranslations("users.role");
  const licences = useTranslations("licences.state");
  const records = useTranslations("sync.field");
  const options = useOptionWordsOfVendors();
  const texts = useTextsOfVendors();
  const { vendors } = useMessages();
  /** A field of a login: each vendor names its own. */
  const ofLogin = (field: string) => Object.keys(vendors).map((vendor) => texts(vendor, `login.${field}.label`)).find((label) => label !== null);
  const optionOf = (field: string) => {
    const { vendor, option } = optionForm.exec(field)?.groups ?? {};
    return vendor && option ? { words: options(vendor), option } : null;
  };
  const ofValue = (field: string, value: string | null): string => {
    if (value === "true" || value === "false") return value === "true" ? t("on") : t("off");
    const chosen = optionOf(field);
    if (chosen) return chosen.words.value(chosen.option, value);
    if (value === null || value === "") return t("nothing");
    const role = field === "role" ? roles.find((one) => one === value) : undefined;
    if (role) return users(role);
    const licence = field === "licence" ? licenceStates.find((one) => one === value) : undefined;
    if (licence) return licences(licence);
    return field === "locale" && isLocale(value) ? localeNames[value] : value;
  };
  return {
    ofAction: (action: string) => (isAuditAction(action) ? t(`action.${action}`) : action),
    ofField: (field: string) => {
      if (isAuditField(field)) return t(`field.${field}`);
      const chosen = optionOf(field);
      if (chosen) return chosen.words.label(chosen.option);
      return isRecordField(field) ? records(field) : (ofLogin(field) ?? field);
    },
    ofValue,
  };
}
