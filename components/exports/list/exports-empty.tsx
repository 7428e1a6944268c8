import { SearchX, Send } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";

/** An empty list says where exports come from, or that nothing was found. */
export function ExportsEmpty({ isFiltered }: { isFiltered: boolean }) {
  const t = useTranslations("exports.list");
  if (isFiltered) {
    return (
      <Empty
        icon={SearchX}
        title={t("found.title")}
        actions={
          <Button asChild>
            <Link href="/exports">{t("found.action")}</Link>
          </Button>
        }
      >
        {t("found.text")}
      </Empty>
    );
  }
  return (
    <Empty
      icon={Send}
      title={t("empty.title")}
      actions={
        <Button asChild>
          <Link href="/work-orders">{t("empty.action")}</Link>
        </Button>
      }
    >
      {t("empty.text")}
    </Empty>
  );
}
