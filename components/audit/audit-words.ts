import { useTranslations } from "next-intl";
import { isAuditAction, isAuditField, isRecordField } from "@/lib/audit/audit-actions";
import { roles } from "@/lib/auth/roles";
import { isLocale, localeNames } from "@/lib/i18n/locales";

const licenceStates = ["none", "trial", "active", "cancelled", "lapsed"] as const;

/** Words for what the audit trail stores as names: acts, fields and values. What has none is shown as it is. */
export function useAuditWords() {
  const t = useTranslations("audit");
  const users = useTranslations("users.role");
  const licences = useTranslations("licences.state");
  const records = useTranslations("sync.field");
  const ofValue = (field: string, value: string | null): string => {
    if (value === null || value === "") return t("nothing");
    if (value === "true" || value === "false") return value === "true" ? t("on") : t("off");
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
      return isRecordField(field) ? records(field) : field;
    },
    ofValue,
  };
}
