import { Plus, Upload } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { LiveRefresh } from "@/components/log/live-refresh";
import { ClientMessages } from "@/components/shell/client-messages";
import { WorkOrderList } from "@/components/work-orders/list/work-order-list";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { roleReaches } from "@/lib/auth/roles";
import { requireSession } from "@/lib/auth/session";
import { database } from "@/lib/db";
import { listExportTargets } from "@/lib/export/list-export-targets";
import { listWorkOrders } from "@/lib/work-orders/list-work-orders";
import { readWorkOrderListRequest } from "@/lib/work-orders/work-order-list-request";
import { listWorkStatuses } from "@/lib/work-statuses/list-work-statuses";
import { setStatus, setWorkStatus } from "./actions";
import { dismiss, foretell, requestExports } from "./export-actions";

/** Seconds between two looks while exports are under way. */
const LIVE = 5;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("workOrders.page"))("title") };
}

export default async function WorkOrdersPage({ searchParams }: PageProps<"/work-orders">) {
  const [{ accountId, role }, parameters, t] = await Promise.all([requireSession(), searchParams, getTranslations("workOrders.page")]);
  const request = readWorkOrderListRequest(parameters);
  const db = database();
  const [list, workStatuses, targets] = await Promise.all([listWorkOrders(db, { ...request, accountId }), listWorkStatuses(db, accountId), listExportTargets(db, accountId)]);
  const canEdit = roleReaches(role, "planner");
  return (
    <ClientMessages namespaces={["workOrders", "exports"]}>
      {list.rows.some(({ exportMark }) => exportMark === "waiting" || exportMark === "sending") ? <LiveRefresh seconds={LIVE} /> : null}
      <PageHeader title={t("title")} state={t("lead")} actions={canEdit ? <ListActions create={t("new")} upload={t("import")} /> : null} />
      <Card>
        <WorkOrderList
          parameters={parameters}
          request={request}
          list={list}
          workStatuses={workStatuses}
          targets={targets}
          actions={canEdit ? { setStatus, setWorkStatus, exports: { request: requestExports, dismiss, foretell } } : null}
        />
      </Card>
    </ClientMessages>
  );
}

function ListActions({ create, upload }: { create: string; upload: string }) {
  return (
    <>
      <Button asChild>
        <Link href="/work-orders/import">
          <Upload aria-hidden />
          {upload}
        </Link>
      </Button>
      <Button variant="primary" asChild>
        <Link href="/work-orders/new">
          <Plus aria-hidden />
          {create}
        </Link>
      </Button>
    </>
  );
}
