import { maintain } from "@/inngest/functions/maintain";
import { readDocuments } from "@/inngest/functions/read-documents";
import { runExports } from "@/inngest/functions/run-exports";
import { runSync } from "@/inngest/functions/run-sync";
import { scheduleDocuments } from "@/inngest/functions/schedule-documents";
import { scheduleExports } from "@/inngest/functions/schedule-exports";
import { scheduleSyncs } from "@/inngest/functions/schedule-syncs";

export const functions = [scheduleSyncs, runSync, scheduleExports, runExports, scheduleDocuments, readDocuments, maintain];
