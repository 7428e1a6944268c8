import { ClipboardList, SearchX } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";

/** An empty list says why it is empty and what to do. */
export function WorkOrdersEmpty({ isSearched, canCreate }: { isSearched: boolean; canCreate: boolean }) {
  const t = useTranslations("workOrders.empty");
  if (isSearched) {
    return (
      <Empty
        icon={SearchX}
        title={t("found.title")}
        actions={
          <Button asChild>
            <Link href="/work-orders">{t("found.action")}</Link>
          </Button>
        }
      >
        {t("found.text")}
      </Empty>
    );
  }
  return (
    <Empty
      icon={ClipboardList}
      title={t("none.title")}
      actions={
        canCreate ? (
          <Button asChild>
            <Link href="/work-orders/new">{t("none.action")}</Link>
          </Button>
        ) : null
      }
    >
      {t("none.text")}
    </Empty>
  );
}
