import { ClipboardList, SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import { LinkedEmpty } from "@/components/ui/linked-empty";

/** An empty list says why it is empty and what to do. */
export function WorkOrdersEmpty({ isSearched, canCreate }: { isSearched: boolean; canCreate: boolean }) {
  const t = useTranslations("workOrders.empty");
  return isSearched ? (
    <LinkedEmpty icon={SearchX} title={t("found.title")} text={t("found.text")} link={{ href: "/work-orders", label: t("found.action") }} />
  ) : (
    <LinkedEmpty icon={ClipboardList} title={t("none.title")} text={t("none.text")} link={canCreate ? { href: "/work-orders/new", label: t("none.action") } : null} />
  );
}
