import { useTranslations } from "next-intl";
import { literalLanguage } from "@/lib/i18n/literal-language";
import { Notice } from "@/components/ui/notice";
import type { ErrorCode, ErrorParams } from "@/lib/errors";

export type Refusal = { code: ErrorCode; params: ErrorParams };

/** The vendor looked at the login and does not take it; otherwise it could not be checked. */
export function isLoginRefused(refusal: Refusal | null): boolean {
  return refusal?.code === "credentials_refused" || refusal?.code === "key_refused";
}

/**
 * Why the vendor did not accept a login. The remedy for a refused key says already that one that worked before stays in use.
 */
export function RefusalNotice({ refusal, vendorName, keepsWorking }: { refusal: Refusal | null; vendorName: string; keepsWorking: boolean }) {
  const errors = useTranslations("errors");
  const t = useTranslations("settings.connection");
  if (!refusal) return null;
  const params = { vendor: vendorName, ...refusal.params };
  return (
    <Notice tone="alert" className="mb-5" title={<span lang={literalLanguage(refusal.code)}>{errors(`${refusal.code}.message`, params)}</span>}>
      <p>{errors(`${refusal.code}.remedy`, params)}</p>
      {keepsWorking && refusal.code !== "key_refused" ? <p>{t("stays")}</p> : null}
    </Notice>
  );
}
