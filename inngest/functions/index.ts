import { maintain } from "@/inngest/functions/maintain";
import { runSync } from "@/inngest/functions/run-sync";
import { scheduleSyncs } from "@/inngest/functions/schedule-syncs";

export const functions = [scheduleSyncs, runSync, maintain];
