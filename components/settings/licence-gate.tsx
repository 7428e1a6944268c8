import { KeyRound } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { VendorView } from "@/components/settings/vendor-view";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Notice } from "@/components/ui/notice";

/** Instead of the login, as long as there has never been a licence. */
export function LicenceGate({ vendor: { id, name, trialDays } }: { vendor: Pick<VendorView, "id" | "name" | "trialDays"> }) {
  const t = useTranslations("settings.licence");
  const guide = useTranslations("settings.guide");
  return (
    <Card>
      <Empty
        icon={KeyRound}
        title={t("title", { vendor: name })}
        actions={
          <>
            <Button asChild variant="primary">
              <Link href="/settings/licences">{t("open")}</Link>
            </Button>
            <Button asChild variant="ghost">
              <Link href={`/settings/integrations/${id}/manual`}>{guide("title", { vendor: name })}</Link>
            </Button>
          </>
        }
      >
        <p>{t("lead", { vendor: name, days: trialDays })}</p>
      </Empty>
    </Card>
  );
}

/** Above the settings of a connection whose licence has ended: everything is kept, nothing runs. */
export function LicenceEnded({ vendorName }: { vendorName: string }) {
  const t = useTranslations("settings.licence");
  return (
    <Notice
      tone="alert"
      title={t("lapsed", { vendor: vendorName })}
      actions={
        <Button asChild size="sm">
          <Link href="/settings/licences">{t("open")}</Link>
        </Button>
      }
    >
      <p>{t("lapsedLead")}</p>
    </Notice>
  );
}
