import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { RunPage } from "@/components/runs/run-page";
import { ClientMessages } from "@/components/shell/client-messages";
import { roleReaches } from "@/lib/auth/roles";
import { requireSession } from "@/lib/auth/session";
import { findConnector } from "@/lib/connectors/registry";
import { AppError } from "@/lib/errors";
import { noLogFilters } from "@/lib/log/log-filters";
import { readLog } from "@/lib/log/read-log";
import { getRun } from "@/lib/runs/get-run";
import { readRequests } from "@/lib/runs/read-requests";
import { syncEngine } from "@/lib/sync/engine";
import { cancelRunAction, confirmGuardAction, keepRecordsAction, runAgainAction } from "../actions";

const actions = { cancel: cancelRunAction, again: runAgainAction, confirmGuard: confirmGuardAction, keepRecords: keepRecordsAction };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("runs"))("title") };
}

/** The run of an account; null for an id that is none, or another account's. */
async function findRun(accountId: string, id: string) {
  const runId = z.uuid().safeParse(id);
  if (!runId.success) return null;
  try {
    return await getRun(syncEngine(), { accountId, runId: runId.data });
  } catch (error) {
    if (error instanceof AppError && error.code === "run_not_found") return null;
    throw error;
  }
}

export default async function SyncRunPage({ params }: PageProps<"/runs/[id]">) {
  const session = await requireSession();
  const run = await findRun(session.accountId, (await params).id);
  if (!run) notFound();
  const { db } = syncEngine();
  const [{ rows }, requests] = await Promise.all([
    readLog(db, { reader: session, filters: { ...noLogFilters, run: run.id }, cursor: null }),
    readRequests(db, { accountId: session.accountId, runId: run.id }),
  ]);
  const vendorName = findConnector(run.vendor)?.manifest.name ?? run.vendor;
  return (
    <ClientMessages namespaces={["runs", "sync", "log", "exports", "settings", "vendors"]}>
      <RunPage run={run} vendorName={vendorName} entries={rows} requests={requests} actions={roleReaches(session.role, "administrator") ? actions : null} />
    </ClientMessages>
  );
}
