import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LicencePanel } from "@/components/licences/licence-panel";
import { ClientMessages } from "@/components/shell/client-messages";
import { Arrival } from "@/components/ui/arrival";
import { PageHeader } from "@/components/ui/page-header";
import { requireSession } from "@/lib/auth/session";
import { connectors } from "@/lib/connectors/registry";
import { database } from "@/lib/db";
import { listLicences } from "@/lib/licences/get-licence";
import { licenceCard } from "@/lib/licences/licence-card";
import { cancelLicenceAction, orderLicenceAction, startTrialAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("licences"))("title") };
}

export default async function LicencesPage() {
  const { accountId } = await requireSession("administrator");
  const licences = await listLicences(database(), accountId);
  const now = new Date();
  const cards = connectors.map(({ manifest }) => licenceCard(manifest, licences.get(manifest.id) ?? null, now));
  const actions = { order: orderLicenceAction, startTrial: startTrialAction, cancel: cancelLicenceAction };
  const t = await getTranslations("licences");
  return (
    <ClientMessages namespaces={["licences", "vendors"]}>
      <PageHeader title={t("title")} state={<p className="max-w-[72ch]">{t("lead")}</p>} />
      <div className="grid gap-6 md:grid-cols-2">
        {cards.map((card) => (
          <LicencePanel key={card.vendor} licence={card} actions={actions} />
        ))}
      </div>
      <Arrival />
    </ClientMessages>
  );
}
