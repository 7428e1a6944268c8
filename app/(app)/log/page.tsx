import { List } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { EntryList } from "@/components/log/entry-list";
import { LiveRefresh } from "@/components/log/live-refresh";
import { LogActionsProvider } from "@/components/log/log-actions";
import { LogFiltersBar } from "@/components/log/log-filters-bar";
import { ClientMessages } from "@/components/shell/client-messages";
import { Button } from "@/components/ui/button";
import { Card, CardFooter } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { PageHeader } from "@/components/ui/page-header";
import { roleReaches } from "@/lib/auth/roles";
import { requireSession } from "@/lib/auth/session";
import { readOptionalKinds } from "@/lib/catalogue/read-optional-kinds";
import { database } from "@/lib/db";
import { findLogEntry } from "@/lib/log/read-entry";
import { logFilters, readLog, type LogFilters } from "@/lib/log/read-log";
import { processAgainAction } from "./actions";

const query = logFilters.extend({
  after: z.string().nullable().default(null).catch(null),
  /** An entry to open: a link from elsewhere. */
  entry: z.uuid().nullable().default(null).catch(null),
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("log.panel"))("title") };
}

export default async function LogPage({ searchParams }: PageProps<"/log">) {
  const { accountId, role } = await requireSession();
  const { after, entry: wantedId, ...filters } = query.parse(await searchParams);
  const db = database();
  const [{ rows, next }, wanted, kinds] = await Promise.all([
    readLog(db, { accountId, filters, cursor: after }),
    wantedId ? findLogEntry(db, { accountId, entryId: wantedId }) : null,
    readOptionalKinds(db, accountId),
  ]);
  // An entry that is linked to comes first, also when it stands on a later page.
  const entries = wanted && !rows.some(({ id }) => id === wanted.id) ? [wanted, ...rows] : rows;
  const t = await getTranslations("log.panel");
  return (
    <ClientMessages namespaces={["log", "exports", "sync", "settings", "vendors", "runs"]}>
      <PageHeader title={t("title")} state={t("page.lead")} />
      <Card>
        <LogFiltersBar filters={filters} kinds={kinds} />
        {entries.length === 0 ? (
          <NothingThere isFiltered={isFiltered(filters)} />
        ) : (
          <div aria-label={t("page.list")} role="region" className="pb-3">
            <LogActionsProvider processAgain={roleReaches(role, "planner") ? processAgainAction : null}>
              <EntryList entries={entries} openEntry={wantedId} />
            </LogActionsProvider>
          </div>
        )}
        {after || next ? (
          <CardFooter>
            {after ? (
              <Button asChild size="sm" variant="ghost">
                <Link href={{ pathname: "/log", query: addressOf(filters) }}>{t("page.newest")}</Link>
              </Button>
            ) : (
              <span />
            )}
            {next ? (
              <Button asChild size="sm">
                <Link href={{ pathname: "/log", query: { ...addressOf(filters), after: next } }}>{t("page.older")}</Link>
              </Button>
            ) : null}
          </CardFooter>
        ) : null}
      </Card>
      {after ? null : <LiveRefresh seconds={15} />}
    </ClientMessages>
  );
}

function isFiltered({ level, kind, run, search }: LogFilters): boolean {
  return level !== null || kind !== null || run !== null || search !== "";
}

/** The filters as they stand in the address; what is not set is left out. */
function addressOf(filters: LogFilters): Record<string, string> {
  return Object.fromEntries(Object.entries(filters).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}

async function NothingThere({ isFiltered: hasFilters }: { isFiltered: boolean }) {
  const t = await getTranslations("log.panel.page");
  return (
    <Empty icon={List} title={t(hasFilters ? "none" : "empty")}>
      <p>{t(hasFilters ? "noneLead" : "emptyLead")}</p>
    </Empty>
  );
}
