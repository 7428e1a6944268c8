import { cron } from "inngest";
import { inngest } from "@/inngest/client";
import { pruneRequestCounts } from "@/lib/budget/prune-request-counts";
import { pruneChanges } from "@/lib/changes/prune-changes";
import { pruneJournal } from "@/lib/export/prune-journal";
import { pruneIssues } from "@/lib/issues/prune-issues";
import { pruneLog } from "@/lib/log/prune-log";
import { syncEngine } from "@/lib/sync/engine";
import { dropForgottenTables, pruneRejected, pruneRuns } from "@/lib/sync/prune-runs";
import { pruneDeliveries } from "@/lib/webhooks/prune-deliveries";

/** Every night: lets go of what has been kept long enough. */
export const maintain = inngest.createFunction({ id: "maintain", triggers: [cron("17 3 * * *")], retries: 2 }, async ({ step }) => {
  await step.run("prune the log", () => pruneLog(syncEngine().db, syncEngine().timing.now()));
  await step.run("prune runs", () => pruneRuns(syncEngine().db, syncEngine().timing.now()));
  await step.run("prune what was not imported", () => pruneRejected(syncEngine().db, syncEngine().timing.now()));
  await step.run("prune the history of records", () => pruneChanges(syncEngine().db, syncEngine().timing.now()));
  await step.run("prune request counts", () => pruneRequestCounts(syncEngine().db, syncEngine().timing.now()));
  await step.run("prune issues", () => pruneIssues(syncEngine().db, syncEngine().timing.now()));
  await step.run("prune deliveries", () => pruneDeliveries(syncEngine().db, syncEngine().timing.now()));
  await step.run("prune the journal", () => pruneJournal(syncEngine().db));
  await step.run("drop forgotten tables", () => dropForgottenTables(syncEngine().db));
});
