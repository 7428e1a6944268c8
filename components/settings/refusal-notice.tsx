import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { ErrorCode, ErrorParams } from "@/lib/errors";

export type Refusal = { code: ErrorCode; params: ErrorParams };

/**
 * Why the vendor did not accept a login. The sentence for refused credentials is the vendor's own and stays Dutch; all
 * others are translated.
 */
export function RefusalNotice({ refusal, vendorName, keepsWorking }: { refusal: Refusal | null; vendorName: string; keepsWorking: boolean }) {
  const errors = useTranslations("errors");
  const t = useTranslations("settings.connection");
  if (!refusal) return null;
  const params = { vendor: vendorName, ...refusal.params };
  const isRefused = refusal.code === "credentials_refused";
  return (
    <Notice tone="alert" className="mb-5" title={<span lang={isRefused ? "nl" : undefined}>{errors(`${refusal.code}.message`, params)}</span>}>
      <p>{errors(`${refusal.code}.remedy`, params)}</p>
      {keepsWorking && !isRefused ? <p>{t("stays")}</p> : null}
    </Notice>
  );
}
