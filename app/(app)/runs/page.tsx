import { History, ListX } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { LiveRefresh } from "@/components/log/live-refresh";
import { RunsFilters } from "@/components/runs/runs-filters";
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
import { runFilters } from "@/lib/runs/run-filters";
import { isUnderWay } from "@/lib/runs/run-head";

const query = runFilters.extend({ after: z.string().nullable().default(null).catch(null) });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("runs"))("title") };
}

export default async function RunsPage({ searchParams }: PageProps<"/runs">) {
  const { accountId } = await requireSession();
  const { after: cursor, ...filters } = query.parse(await searchParams);
  const { rows, next } = await listRuns(database(), { accountId, cursor, filters });
  const t = await getTranslations("runs");
  const vendors = connectors.map(({ manifest: { id, name } }) => ({ id, name }));
  const address = Object.fromEntries(Object.entries(filters).filter((entry): entry is [string, string] => entry[1] !== null));
  const isFiltered = Object.keys(address).length > 0;
  const vendorNames = Object.fromEntries(vendors.map(({ id, name }) => [id, name]));
  return (
    <ClientMessages namespaces={["runs", "sync"]}>
      <PageHeader title={t("title")} state={t("lead")} />
      <Card className="overflow-hidden">
        {isFiltered || rows.length > 0 ? <RunsFilters vendors={vendors} filters={filters} /> : null}
        {rows.length === 0 ? (
          <Empty icon={isFiltered ? ListX : History} title={t(isFiltered ? "filter.none" : "empty")}>
            <p>{t(isFiltered ? "filter.noneLead" : "emptyLead")}</p>
          </Empty>
        ) : (
          <RunsTable runs={rows} vendorNames={vendorNames} />
        )}
        <OlderPager newest={cursor ? { pathname: "/runs", query: address } : null} older={next ? { pathname: "/runs", query: { ...address, after: next } } : null} words={{ newest: t("newest"), older: t("older") }} />
      </Card>
      {cursor ? null : <LiveRefresh seconds={rows.some(({ state }) => isUnderWay(state)) ? 4 : 15} />}
    </ClientMessages>
  );
}
