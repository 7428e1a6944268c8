import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { dismiss, finishOnceMore, foretell, link, requestExports, sendOnceMore } from "@/app/(app)/work-orders/export-actions";
import { ExportList } from "@/components/exports/list/export-list";
import { LiveRefresh } from "@/components/log/live-refresh";
import { ClientMessages } from "@/components/shell/client-messages";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { roleReaches } from "@/lib/auth/roles";
import { requireSession } from "@/lib/auth/session";
import { connectors } from "@/lib/connectors/registry";
import { database } from "@/lib/db";
import { countExports } from "@/lib/export/count-exports";
import { readExportListRequest } from "@/lib/export/export-list-request";
import type { ExportMark } from "@/lib/export/export-standing";
import { listExports } from "@/lib/export/list-exports";
import { issuesOfExports } from "@/lib/issues/issues-of-exports";

/** On its way: seconds between two looks are few. */
const underWay: readonly ExportMark[] = ["waiting", "sending"];

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("exports.list"))("title") };
}

export default async function ExportsPage({ searchParams }: PageProps<"/exports">) {
  const [{ accountId, role }, parameters, t] = await Promise.all([requireSession(), searchParams, getTranslations("exports.list")]);
  const { filters, position } = readExportListRequest(parameters);
  const db = database();
  const [page, counts] = await Promise.all([listExports(db, { accountId, filters, position }), countExports(db, accountId)]);
  const issues = await issuesOfExports(db, accountId, page.rows);
  const vendors = connectors.flatMap(({ manifest: { id, name } }) => (counts.some(({ vendor }) => vendor === id) ? [{ id, name }] : []));
  const actions = { request: requestExports, dismiss, foretell, link, sendAgain: sendOnceMore, finishAgain: finishOnceMore };
  return (
    <ClientMessages namespaces={["workOrders", "exports", "issues", "sync"]}>
      {position.at === "start" ? <LiveRefresh seconds={page.rows.some(({ mark }) => underWay.includes(mark)) ? 4 : 15} /> : null}
      <PageHeader title={t("title")} state={t("lead")} />
      <Card>
        <ExportList parameters={parameters} filters={filters} page={page} counts={counts} vendors={vendors} issues={issues} isAdministrator={role === "administrator"} actions={roleReaches(role, "planner") ? actions : null} />
      </Card>
    </ClientMessages>
  );
}
