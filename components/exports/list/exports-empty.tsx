import { SearchX, Send } from "lucide-react";
import { useTranslations } from "next-intl";
import { LinkedEmpty } from "@/components/ui/linked-empty";

/** An empty list says where exports come from, or that nothing was found. */
export function ExportsEmpty({ isFiltered }: { isFiltered: boolean }) {
  const t = useTranslations("exports.list");
  return isFiltered ? (
    <LinkedEmpty icon={SearchX} title={t("found.title")} text={t("found.text")} link={{ href: "/exports", label: t("found.action") }} />
  ) : (
    <LinkedEmpty icon={Send} title={t("empty.title")} text={t("empty.text")} link={{ href: "/work-orders", label: t("empty.action") }} />
  );
}
