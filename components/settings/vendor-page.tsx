"use client";

import { RefreshCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState, type ReactNode } from "react";
import { LatestError } from "@/components/log/latest-error";
import { LogPanel } from "@/components/log/log-panel";
import { ConnectedSettings } from "@/components/settings/connected-settings";
import { DisconnectButton } from "@/components/settings/disconnect-button";
import { FreshnessLine } from "@/components/settings/freshness-line";
import { NewConnection } from "@/components/settings/new-connection";
import { PauseButton } from "@/components/settings/pause-button";
import { SyncDialog, type SyncWish } from "@/components/settings/sync-dialog";
import { useConnectionStatus } from "@/components/settings/use-connection-status";
import type { ConnectionView, SettingsActions, VendorView } from "@/components/settings/vendor-view";
import { ActionError } from "@/components/actions/action-error";
import { Arrival } from "@/components/ui/arrival";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Button } from "@/components/ui/button";
import { PageHeader, Split } from "@/components/ui/page-header";
import { toastDone } from "@/components/ui/toast";
import type { PublicError } from "@/lib/actions/public-error";
import type { ConnectionStatus } from "@/lib/connections/connection-status";
import type { LogRow } from "@/lib/log/read-entry";

type VendorPageProps = {
  vendor: VendorView;
  /** Null: there has never been a connection. */
  connection: ConnectionView | null;
  status: ConnectionStatus;
  entries: LogRow[];
  /** Work orders that are complete and not yet handled. */
  completed: number;
  actions: SettingsActions;
  /** What is wrong with it, above its settings. */
  children?: ReactNode;
};

/** The page of one vendor: connection, settings and what happens, live. */
export function VendorPage({ vendor, connection, status: firstStatus, entries: firstEntries, completed, actions, children }: VendorPageProps) {
  const t = useTranslations("settings");
  const { status, entries, isLogUnavailable, refresh } = useConnectionStatus({ vendor: vendor.id, status: firstStatus, entries: firstEntries });
  const [isRefreshing, setIsRefreshing] = useState(false);
  const [wish, setWish] = useState<SyncWish | null>(null);
  const [error, setError] = useState<PublicError | null>(null);
  const isConnected = connection?.isConnected ?? false;
  const lacksAdministration = isConnected && vendor.hasAdministrations && connection?.administration === null;
  const canSync = isConnected && status.isLicensed && !lacksAdministration;
  const hasImports = Object.values(connection?.imports ?? {}).includes(true);
  const refreshNow = () => void refresh();
  // Its progress stands at the top of the page, out of sight for whoever pressed a button further down.
  const showRequested = () => {
    toastDone(t("sync.requested"));
    refreshNow();
  };
  const showRefresh = () => {
    setIsRefreshing(true);
    void refresh().finally(() => setIsRefreshing(false));
  };
  return (
    <>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t("crumb") }, { label: t("title"), href: "/settings/integrations" }]} />}
        title={vendor.name}
        state={
          <>
            <FreshnessLine freshness={status.freshness} isAsking={status.question !== null} isRunning={status.run !== null} lacksAdministration={lacksAdministration} openIssues={status.openIssues} />
            <LatestError entries={entries} />
          </>
        }
        actions={
          isConnected ? (
            <>
              <PauseButton vendor={vendor} isPaused={status.isPaused} actions={actions} onChanged={refreshNow} onError={setError} />
              <Button disabled={!canSync || !hasImports} onClick={() => setWish({ kinds: null })}>
                <RefreshCw aria-hidden />
                {t("imports.syncAll")}
              </Button>
            </>
          ) : null
        }
      />
      <ActionError error={error} className="mb-6" />
      <Split
        aside={
          <LogPanel entries={entries} isRefreshing={isRefreshing} isUnavailable={isLogUnavailable} onRefresh={showRefresh}>
            {isConnected ? <DisconnectButton vendor={vendor} action={actions.disconnect} onDisconnected={refreshNow} /> : null}
          </LogPanel>
        }
      >
        {children}
        {connection?.isConnected ? (
          <ConnectedSettings vendor={vendor} connection={connection} status={status} actions={actions} canSync={canSync} onSync={(kind) => setWish({ kinds: [kind] })} onChanged={refreshNow} />
        ) : (
          <NewConnection vendor={vendor} connection={connection} completed={completed} webhook={status.webhook} action={actions.submitLogin} onTried={refreshNow} />
        )}
      </Split>
      <Arrival />
      <SyncDialog vendor={vendor} wish={wish} action={(one) => actions.sync({ vendor: vendor.id, ...one })} onClose={() => setWish(null)} onRequested={showRequested} />
    </>
  );
}
