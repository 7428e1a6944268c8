import type { SyncTrigger } from "@/lib/generated/prisma/enums";

/** Whether a run is no pass over an import but the record of single changes: it was over at once, and there is nothing to run again. */
export function isOfSingleChanges(trigger: SyncTrigger): trigger is "webhook" | "lookUp" {
  return trigger === "webhook" || trigger === "lookUp";
}
