import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";

export default function PageNotFound() {
  const t = useTranslations("shell.notFound");
  return (
    <>
      <PageHeader title={t("title")} state={t("body")} />
      <Button asChild>
        <Link href="/dashboard">{t("start")}</Link>
      </Button>
    </>
  );
}
