import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { CausesChart } from "@/components/dashboard/causes-chart";
import { ChangesChart } from "@/components/dashboard/changes-chart";
import { ExportTiles } from "@/components/dashboard/export-tiles";
import { FirstSteps } from "@/components/dashboard/first-steps";
import { HeadSentence } from "@/components/dashboard/head-sentence";
import { IntegrationCard } from "@/components/dashboard/integration-card";
import { IssuesCard } from "@/components/dashboard/issues-card";
import { NeedsPerson } from "@/components/dashboard/needs-person";
import { OutcomesChart } from "@/components/dashboard/outcomes-chart";
import { RangeLinks } from "@/components/dashboard/range-links";
import { RequestsChart } from "@/components/dashboard/requests-chart";
import { RunsChart } from "@/components/dashboard/runs-chart";
import { LiveRefresh } from "@/components/log/live-refresh";
import { ClientMessages } from "@/components/shell/client-messages";
import { Button } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { requireSession } from "@/lib/auth/session";
import { dashboardRanges } from "@/lib/dashboard/range";
import { readFigures, readIntegrationHours } from "@/lib/dashboard/read-dashboard";
import { readDashboardIssues } from "@/lib/dashboard/read-issues";
import { countExports, summarizeExports } from "@/lib/export/count-exports";
import { syncEngine } from "@/lib/sync/engine";

const query = z.object({ range: z.enum(dashboardRanges).catch("7d") });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("dashboard"))("title") };
}

/** Whether everything is all right: what needs a person, how each integration stands, and what has happened. */
export default async function DashboardPage({ searchParams }: PageProps<"/dashboard">) {
  const { accountId, role, timeZone } = await requireSession();
  const { range } = query.parse(await searchParams);
  const engine = syncEngine();
  const [{ starts, integrations }, issues, exports, figures] = await Promise.all([
    readIntegrationHours(engine, { accountId, timeZone }),
    readDashboardIssues(engine.db, accountId, engine.timing.now()),
    countExports(engine.db, accountId, engine.timing.now()),
    readFigures(engine, { accountId, timeZone, range }),
  ]);
  const [t, pages] = await Promise.all([getTranslations("dashboard"), getTranslations("shell.page")]);
  const nameOf = (vendor: string) => integrations.find((one) => one.vendor === vendor)?.name ?? vendor;
  const hasHistory = integrations.some(({ connectionId }) => connectionId !== null);
  return (
    <ClientMessages namespaces={[]}>
      <PageHeader
        title={t("title")}
        state={<HeadSentence issues={issues.counts} exportsForPerson={summarizeExports(exports).forPerson} integrations={integrations} />}
        actions={
          hasHistory ? (
            <Button asChild>
              <Link href="/runs">{pages("runs")}</Link>
            </Button>
          ) : null
        }
      />
      <div className="grid gap-6">
        <NeedsPerson issues={issues.toDo} count={issues.counts.action} nameOf={nameOf} role={role} />
        {hasHistory ? null : <FirstSteps isLicensed={integrations.some(({ isLicensed }) => isLicensed)} role={role} />}
        <div className="grid gap-6 lg:grid-cols-2">
          {integrations.map((integration) => (
            <IntegrationCard key={integration.vendor} integration={integration} starts={starts} isAsking={issues.asking.has(integration.connectionId ?? "")} openIssues={issues.byVendor.get(integration.vendor) ?? 0} role={role} />
          ))}
        </div>
        {hasHistory ? (
          <>
            <ExportTiles counts={exports} nameOf={nameOf} />
            <section aria-labelledby="range-title" className="grid gap-6">
              <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 pt-2">
                <h2 id="range-title">{t("range.title")}</h2>
                <RangeLinks range={range} />
              </div>
              <div className="grid gap-6 lg:grid-cols-[minmax(0,5fr)_minmax(0,3fr)]">
                <ChangesChart period={figures.period} changes={figures.changes} integrations={integrations} />
                <CausesChart period={figures.period} causes={figures.causes} />
              </div>
              <div className="grid gap-6 xl:grid-cols-3">
                <RunsChart period={figures.period} runs={figures.runs} />
                <OutcomesChart period={figures.period} exports={figures.exports} />
                <RequestsChart period={figures.period} requests={figures.requests} integrations={integrations} />
              </div>
            </section>
            <IssuesCard issues={issues.listed} nameOf={nameOf} />
          </>
        ) : null}
      </div>
      <LiveRefresh seconds={30} />
    </ClientMessages>
  );
}
