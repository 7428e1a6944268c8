import { useTranslations } from "next-intl";
import { literalLanguage } from "@/lib/i18n/literal-language";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { ErrorCode } from "@/lib/errors";

/** Why no sync can run until a person has done something, and where. */
export function NeedsAction({ vendorName, reason }: { vendorName: string; reason: ErrorCode | null }) {
  const errors = useTranslations("errors");
  const t = useTranslations("settings.action");
  const buttons = useTranslations("issues.button");
  return (
    <Notice
      tone="alert"
      title={reason ? <span lang={literalLanguage(reason)}>{errors(`${reason}.message`, { vendor: vendorName })}</span> : t("title", { vendor: vendorName })}
      actions={
        <Button asChild size="sm">
          {reason === "administration_missing" ? (
            <a href="#administration">{buttons("administration")}</a>
          ) : (
            <a href="#connection">{t(reason === "authentication_expired" ? "reconnect" : "correct")}</a>
          )}
        </Button>
      }
    >
      {reason ? <p>{errors(`${reason}.remedy`, { vendor: vendorName })}</p> : null}
    </Notice>
  );
}
