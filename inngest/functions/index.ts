import { maintain } from "@/inngest/functions/maintain";
import { runExports } from "@/inngest/functions/run-exports";
import { runSync } from "@/inngest/functions/run-sync";
import { scheduleExports } from "@/inngest/functions/schedule-exports";
import { scheduleSyncs } from "@/inngest/functions/schedule-syncs";

export const functions = [scheduleSyncs, runSync, scheduleExports, runExports, maintain];
