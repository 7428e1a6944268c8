import { History } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { LiveRefresh } from "@/components/log/live-refresh";
import { RunsTable } from "@/components/runs/runs-table";
import { ClientMessages } from "@/components/shell/client-messages";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { OlderPager } from "@/components/ui/older-pager";
import { PageHeader } from "@/components/ui/page-header";
import { requireSession } from "@/lib/auth/session";
import { connectors } from "@/lib/connectors/registry";
import { database } from "@/lib/db";
import { listRuns } from "@/lib/runs/list-runs";
import { isUnderWay } from "@/lib/runs/run-head";

const query = z.object({ after: z.string().nullable().default(null).catch(null) });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("runs"))("title") };
}

export default async function RunsPage({ searchParams }: PageProps<"/runs">) {
  const { accountId } = await requireSession();
  const { after: cursor } = query.parse(await searchParams);
  const { rows, next } = await listRuns(database(), { accountId, cursor });
  const t = await getTranslations("runs");
  const vendorNames = Object.fromEntries(connectors.map(({ manifest }) => [manifest.id, manifest.name]));
  return (
    <ClientMessages namespaces={["runs", "sync"]}>
      <PageHeader title={t("title")} state={t("lead")} />
      <Card className="overflow-hidden">
        {rows.length === 0 ? (
          <Empty icon={History} title={t("empty")}>
            <p>{t("emptyLead")}</p>
          </Empty>
        ) : (
          <RunsTable runs={rows} vendorNames={vendorNames} />
        )}
        <OlderPager newest={cursor ? "/runs" : null} older={next ? { pathname: "/runs", query: { after: next } } : null} words={{ newest: t("newest"), older: t("older") }} />
      </Card>
      {cursor ? null : <LiveRefresh seconds={rows.some(({ state }) => isUnderWay(state)) ? 4 : 15} />}
    </ClientMessages>
  );
}
