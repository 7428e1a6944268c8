import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { processAgainAction } from "@/app/(app)/log/actions";
import { cancelRunAction, confirmGuardAction, keepRecordsAction } from "@/app/(app)/runs/actions";
import { OpenIssues } from "@/components/issues/open-issues";
import { LogActionsProvider } from "@/components/log/log-actions";
import { LicenceGate } from "@/components/settings/licence-gate";
import { FreshnessLine } from "@/components/settings/freshness-line";
import { VendorPage } from "@/components/settings/vendor-page";
import type { SettingsActions } from "@/components/settings/vendor-view";
import { ClientMessages } from "@/components/shell/client-messages";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { PageHeader } from "@/components/ui/page-header";
import { requireSession } from "@/lib/auth/session";
import { countCompleted } from "@/lib/connections/exports-ahead";
import { ensureWorkStatuses } from "@/lib/connections/ensure-work-statuses";
import { connectionIdOf } from "@/lib/connections/connection-id";
import { connectionStatus } from "@/lib/connections/connection-status";
import { readOptionLists } from "@/lib/connections/option-lists";
import { getConnection } from "@/lib/connections/read-connection";
import { withStandardTrigger } from "@/lib/connections/standard-trigger";
import { findConnector } from "@/lib/connectors/registry";
import { listIssues } from "@/lib/issues/list-issues";
import { readPanel } from "@/lib/log/read-panel";
import { syncEngine } from "@/lib/sync/engine";
import { getTranslations } from "next-intl/server";
import { disconnectAction, exportAllAction, pauseAction, registerWebhookAction, resumeAction, saveSettingsAction, submitLoginAction, syncAction } from "./actions";
import { toConnectionView, toVendorView } from "./views";

type Props = PageProps<"/settings/integrations/[vendor]">;

const actions: SettingsActions = {
  submitLogin: submitLoginAction,
  save: saveSettingsAction,
  disconnect: disconnectAction,
  pause: pauseAction,
  resume: resumeAction,
  sync: syncAction,
  exportAll: exportAllAction,
  registerWebhook: registerWebhookAction,
  run: { cancel: cancelRunAction, confirmGuard: confirmGuardAction, keepRecords: keepRecordsAction },
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: findConnector((await params).vendor)?.manifest.name };
}

export default async function IntegrationPage({ params }: Props) {
  const { accountId } = await requireSession("administrator");
  const connector = findConnector((await params).vendor);
  const engine = syncEngine();
  const vendor = connector && toVendorView(connector, engine.timing.syncIntervalMinutes);
  if (!vendor) notFound();

  const connection = await getConnection(engine.db, accountId, vendor.id);
  const connectionId = connection?.id ?? connectionIdOf(accountId, vendor.id);
  if (connection && connector) await engine.db.prisma.$transaction((tx) => ensureWorkStatuses(tx, connector.manifest, accountId));
  const [status, entries, lists, exports, completed, issues] = await Promise.all([
    connectionStatus(engine, { accountId, vendor: vendor.id }),
    readPanel(engine.db, { accountId, connectionId, vendor: vendor.id }),
    readOptionLists(engine.db, accountId),
    withStandardTrigger(engine.db, { accountId, vendor: vendor.id }, connection?.settings.exports ?? {}),
    countCompleted(engine.db, accountId),
    listIssues(engine.db, { accountId, connectionId, state: "open" }),
  ]);
  if (!connection && !status.isLicensed) {
    const t = await getTranslations("settings");
    return (
      <ClientMessages namespaces={["settings", "sync"]}>
        <PageHeader
          breadcrumbs={<Breadcrumbs crumbs={[{ label: t("crumb") }, { label: t("title"), href: "/settings/integrations" }]} />}
          title={vendor.name}
          state={<FreshnessLine freshness={status.freshness} />}
        />
        <LicenceGate vendor={vendor} />
      </ClientMessages>
    );
  }
  return (
    <ClientMessages namespaces={["settings", "vendors", "sync", "log", "exports", "runs", "issues"]}>
      <LogActionsProvider processAgain={processAgainAction} isAdministrator>
        <VendorPage vendor={vendor} connection={connection && toConnectionView(connection, vendor, exports, lists)} status={status} entries={entries} completed={completed} actions={actions}>
          <OpenIssues issues={issues.rows} vendorName={vendor.name} />
        </VendorPage>
      </LogActionsProvider>
    </ClientMessages>
  );
}
