import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { IntegrationList } from "@/components/settings/integration-list";
import { LiveRefresh } from "@/components/log/live-refresh";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/ui/page-header";
import { requireSession } from "@/lib/auth/session";
import { listIntegrations } from "@/lib/connections/list-integrations";
import { connectors } from "@/lib/connectors/registry";
import { syncEngine } from "@/lib/sync/engine";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("title") };
}

export default async function IntegrationsPage() {
  const { accountId } = await requireSession("administrator");
  const t = await getTranslations("settings");
  const engine = syncEngine();
  const integrations = await listIntegrations(engine, connectors, accountId);
  return (
    <ClientMessages namespaces={["settings", "sync", "vendors"]}>
      <PageHeader title={t("title")} state={t("lead", { minutes: engine.timing.syncIntervalMinutes })} />
      <IntegrationList integrations={integrations} />
      <LiveRefresh seconds={15} />
    </ClientMessages>
  );
}
