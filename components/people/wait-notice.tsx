import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";

/** Too many tries with a password, and when the next one is looked at. */
export function WaitNotice({ seconds }: { seconds: number }) {
  const t = useTranslations("auth.signIn");
  return (
    <Notice tone="alert" title={t("throttled")}>
      {seconds < 60 ? t("waitSeconds", { count: seconds }) : t("waitMinutes", { count: Math.ceil(seconds / 60) })}
    </Notice>
  );
}
