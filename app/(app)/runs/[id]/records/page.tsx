import { ListChecks } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { RunRecords } from "@/components/runs/run-records";
import { ClientMessages } from "@/components/shell/client-messages";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { PageHeader } from "@/components/ui/page-header";
import { requireSession } from "@/lib/auth/session";
import { notImportedPage } from "@/lib/catalogue/record-pages";
import { recordKinds } from "@/lib/connectors/record-kinds";
import { database } from "@/lib/db";
import { touchedCounters } from "@/lib/log/touched-counters";
import { route } from "@/lib/routes/route";
import { findRun } from "@/lib/runs/find-run";
import { listRunRecords } from "@/lib/runs/list-run-records";

const query = z.object({ kind: z.enum(recordKinds), counter: z.enum(touchedCounters) });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("runs"))("title") };
}

/** The records behind one counter of a sync. */
export default async function RunRecordsPage({ params, searchParams }: PageProps<"/runs/[id]/records">) {
  const { accountId } = await requireSession();
  const wanted = query.safeParse(await searchParams);
  const run = await findRun(database(), { accountId, runId: (await params).id });
  if (!run || !wanted.success) notFound();
  const { kind, counter } = wanted.data;
  const found = await listRunRecords(database(), { accountId, runId: run.id, kind, counter });
  const [t, sync] = await Promise.all([getTranslations("runs"), getTranslations("sync")]);
  const crumbs = [
    { label: t("title"), href: "/runs" as const },
    { label: sync(`trigger.${run.trigger}`), href: route(`/runs/${run.id}`) },
  ];
  return (
    <ClientMessages namespaces={["runs", "sync", "log"]}>
      <PageHeader breadcrumbs={<Breadcrumbs crumbs={crumbs} />} title={`${sync(`kind.${kind}`)}\u00a0· ${sync(`counter.${counter}`)}`} state={found ? t("records.lead", { count: found.total }) : null} />
      <Card className="overflow-hidden">
        {found && found.records.length > 0 ? (
          <RunRecords found={found} />
        ) : (
          <Empty
            icon={ListChecks}
            title={t(found?.missing === "unnamed" ? "records.unnamed" : "records.none")}
            actions={
              counter === "skipped" || counter === "failed" ? (
                <Button asChild>
                  <Link href={notImportedPage(kind)}>{t("records.notImported")}</Link>
                </Button>
              ) : null
            }
          >
            <p>{t(found?.missing === "unnamed" ? "records.unnamedLead" : "records.noneLead")}</p>
          </Empty>
        )}
      </Card>
    </ClientMessages>
  );
}
