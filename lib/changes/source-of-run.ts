import type { RecordChangeSource, SyncTrigger } from "@/lib/generated/prisma/enums";

/** What changes a record when a run of this kind writes it. */
export function sourceOfRun(trigger: SyncTrigger): RecordChangeSource {
  switch (trigger) {
    case "webhook":
    case "lookUp":
      return trigger;
    case "automatic":
    case "first":
    case "nightly":
    case "manual":
      return "sync";
  }
}
