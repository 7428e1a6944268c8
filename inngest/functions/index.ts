import { maintain } from "@/inngest/functions/maintain";
import { processWebhooks } from "@/inngest/functions/process-webhooks";
import { readDocuments } from "@/inngest/functions/read-documents";
import { runExports } from "@/inngest/functions/run-exports";
import { runSync } from "@/inngest/functions/run-sync";
import { scheduleDocuments } from "@/inngest/functions/schedule-documents";
import { scheduleExports } from "@/inngest/functions/schedule-exports";
import { scheduleSyncs } from "@/inngest/functions/schedule-syncs";
import { scheduleWebhooks } from "@/inngest/functions/schedule-webhooks";
import { sendNoticesEveryMinute } from "@/inngest/functions/send-notices";
import { settleWebhook } from "@/inngest/functions/settle-webhook";
import { watchIssuesEveryMinute } from "@/inngest/functions/watch-issues";

export const functions = [scheduleSyncs, runSync, scheduleExports, runExports, scheduleDocuments, readDocuments, scheduleWebhooks, processWebhooks, settleWebhook, watchIssuesEveryMinute, sendNoticesEveryMinute, maintain];
