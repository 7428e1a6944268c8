import { List } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { EntryList } from "@/components/log/entry-list";
import { LiveRefresh } from "@/components/log/live-refresh";
import { LogActionsProvider } from "@/components/log/log-actions";
import { LogDownloads } from "@/components/log/log-downloads";
import { LogFiltersBar } from "@/components/log/log-filters-bar";
import { ClientMessages } from "@/components/shell/client-messages";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { OlderPager } from "@/components/ui/older-pager";
import { PageHeader } from "@/components/ui/page-header";
import { roleReaches } from "@/lib/auth/roles";
import { requireSession } from "@/lib/auth/session";
import { readOptionalKinds } from "@/lib/catalogue/read-optional-kinds";
import { connectors } from "@/lib/connectors/registry";
import { database } from "@/lib/db";
import { findLogEntry } from "@/lib/log/read-entry";
import { isLogFiltered, logAddress } from "@/lib/log/log-filters";
import { logFilters } from "@/lib/log/log-filters-schema";
import { readLog } from "@/lib/log/read-log";
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
  const session = await requireSession();
  const { accountId, role } = session;
  const { after, entry: wantedId, ...filters } = query.parse(await searchParams);
  const db = database();
  const [{ rows, next }, wanted, kinds] = await Promise.all([
    readLog(db, { reader: session, filters, cursor: after }),
    wantedId ? findLogEntry(db, { accountId, entryId: wantedId }) : null,
    readOptionalKinds(db, accountId),
  ]);
  const integrations = connectors.map(({ manifest }) => ({ id: manifest.id, name: manifest.name }));
  // An entry that is linked to comes first, also when it stands on a later page.
  const entries = wanted && !rows.some(({ id }) => id === wanted.id) ? [wanted, ...rows] : rows;
  const t = await getTranslations("log.panel");
  return (
    <ClientMessages namespaces={["log", "exports", "sync", "settings", "vendors", "runs"]}>
      <PageHeader title={t("title")} state={t("page.lead")} actions={<LogDownloads filters={filters} />} />
      <Card>
        <LogFiltersBar key={filters.search} filters={filters} kinds={kinds} integrations={integrations} />
        {entries.length === 0 ? (
          <NothingThere isFiltered={isLogFiltered(filters)} />
        ) : (
          <div aria-label={t("page.list")} role="region" className="pb-3">
            <LogActionsProvider processAgain={roleReaches(role, "planner") ? processAgainAction : null} isAdministrator={role === "administrator"}>
              <EntryList entries={entries} openEntry={wantedId} />
            </LogActionsProvider>
          </div>
        )}
        <OlderPager
          newest={after ? { pathname: "/log", query: logAddress(filters) } : null}
          older={next ? { pathname: "/log", query: { ...logAddress(filters), after: next } } : null}
          words={{ newest: t("page.newest"), older: t("page.older") }}
        />
      </Card>
      {after ? null : <LiveRefresh seconds={15} />}
    </ClientMessages>
  );
}

async function NothingThere({ isFiltered: hasFilters }: { isFiltered: boolean }) {
  const t = await getTranslations("log.panel.page");
  return (
    <Empty icon={List} title={t(hasFilters ? "none" : "empty")}>
      <p>{t(hasFilters ? "noneLead" : "emptyLead")}</p>
    </Empty>
  );
}
