import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";

/** Says plainly that there are no e-mails yet, and what to set. */
export function NoMailServer() {
  const t = useTranslations("notices.noServer");
  return (
    <Notice title={t("title")}>
      <p className="wrap-anywhere">{t("text", { variable: "SMTP_URL", example: "smtp://user:password@mail.example.com:587?from=no-reply@example.com" })}</p>
    </Notice>
  );
}
