import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

/** Before a first connection: what is complete already may have been billed, and must not go out by accident. */
export function OldWorkOrders({ vendorName, count }: { vendorName: string; count: number }) {
  const t = useTranslations("settings.before");
  return (
    <Notice
      title={t("title")}
      actions={
        <Button asChild size="sm">
          <Link href={{ pathname: "/work-orders", query: { status: "complete" } }}>{t("show", { count })}</Link>
        </Button>
      }
    >
      {t("lead", { count, vendor: vendorName })}
    </Notice>
  );
}
