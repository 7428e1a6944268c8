import { useTranslations } from "next-intl";
import { NearTime } from "@/components/settings/near-time";
import { Notice } from "@/components/ui/notice";
import type { ConnectionStatus } from "@/lib/connections/connection-status";

type DocumentsTroubleProps = { vendorName: string; documents: ConnectionStatus["documents"] };

/** Says that payments and cancellations at the vendor are not known at the moment, since when, and why. Nothing while they are. */
export function DocumentsTrouble({ vendorName, documents }: DocumentsTroubleProps) {
  const t = useTranslations("settings.documents");
  const errors = useTranslations("errors");
  if (documents === null) return null;
  const { error, since, isPassing } = documents;
  const params = { vendor: vendorName, ...error.params };
  return (
    <div id="documents" className="border-t border-line px-(--card-x) py-4">
      <Notice tone={isPassing ? "info" : "alert"} title={t("notRead", { vendor: vendorName })}>
        <p>{t.rich("since", { time: () => <NearTime value={since} isPast /> })}</p>
        <p>
          {errors(`${error.code}.message`, params)} {errors(`${error.code}.remedy`, params)}
        </p>
      </Notice>
    </div>
  );
}
