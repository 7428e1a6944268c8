import { useTranslations } from "next-intl";
import { useOptionWords } from "@/components/settings/use-option-words";
import { assertNever } from "@/lib/assert";
import type { LogDetail } from "@/lib/log/stored-detail";

/** "Relations: off → on". `vendor`: whose export options they are. */
export function LoggedChange({ change, vendor }: { change: LogDetail["changes"][number]; vendor: string | null }) {
  const t = useTranslations("settings");
  const kinds = useTranslations("sync.kind");
  const words = useOptionWords(vendor ?? "");
  switch (change.field) {
    case "administration":
      return t("change.item", { field: t("administration.label"), before: change.before ?? t("value.none"), after: change.after });
    case "import":
      return t("change.item", { field: kinds(change.kind), before: t(change.before ? "value.on" : "value.off"), after: t(change.after ? "value.on" : "value.off") });
    case "export":
      return t("change.item", { field: words.label(change.option), before: words.value(change.option, change.before), after: words.value(change.option, change.after) });
    default:
      return assertNever(change);
  }
}
