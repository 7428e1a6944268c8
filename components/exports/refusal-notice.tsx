import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { BulkResult } from "@/lib/work-orders/bulk-result";

/** Why nothing happened to a work order, where somebody asked for it. */
export function RefusalNotice({ result }: { result: BulkResult | null }) {
  const errors = useTranslations("errors");
  if (result?.outcome !== "refused") return null;
  return (
    <Notice tone="alert" title={errors(`${result.code}.message`, result.params)}>
      {errors(`${result.code}.remedy`, result.params)}
    </Notice>
  );
}
