import { useTranslations } from "next-intl";
import type { LogDetail } from "@/lib/log/stored-detail";

/** "Relations: off → on". */
export function LoggedChange({ change }: { change: LogDetail["changes"][number] }) {
  const t = useTranslations("settings");
  const kinds = useTranslations("sync.kind");
  switch (change.field) {
    case "administration":
      return t("change.item", { field: t("administration.label"), before: change.before ?? t("value.none"), after: change.after });
    case "import":
      return t("change.item", { field: kinds(change.kind), before: t(change.before ? "value.on" : "value.off"), after: t(change.after ? "value.on" : "value.off") });
  }
}
