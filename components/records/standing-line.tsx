import { useTranslations } from "next-intl";
import { Time } from "@/components/ui/time";
import { assertNever } from "@/lib/assert";
import type { ImportStanding } from "@/lib/catalogue/import-standing";

/** Where the records of a list come from, in a sentence. */
export function StandingLine({ standing }: { standing: ImportStanding }) {
  const t = useTranslations("records.state");
  switch (standing.state) {
    case "notConnected":
      return t("notConnected");
    case "switchedOff":
      return t("switchedOff", { vendor: standing.vendorName });
    case "awaited":
      return t(standing.byHand ? "byHand" : "awaited", { vendor: standing.vendorName });
    case "imported":
      return t.rich("imported", { vendor: standing.vendorName, time: () => <Time value={standing.lastReadAt} /> });
    default:
      return assertNever(standing);
  }
}

/** How many records of the list did not come along; zero where nothing has been read. */
export function notImportedCount(standing: ImportStanding): number {
  return "notImported" in standing ? standing.notImported : 0;
}
