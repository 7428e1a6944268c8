import type { ImportKind, RecordKind } from "@/lib/connectors/record-kinds";
import type { SyncTrigger } from "@/lib/generated/prisma/enums";

/** What identifies a worker's hold on a run: whoever claims the run or enters a step later has higher numbers. */
export type RunHold = { runId: string; fence: number; entry: number };

/** A run as the step that works on it knows it. */
export type ActiveRun = RunHold & {
  accountId: string;
  connectionId: string;
  administration: string;
  trigger: SyncTrigger;
  kinds: ImportKind[];
  confirmedKinds: RecordKind[];
  /** Kinds whose edits made here are overwritten: those a person asked to sync. */
  overwriteKinds: RecordKind[];
  /** Also the moment that everything written in this run carries, by which it is recognised when a pass begins again. */
  startedAt: Date;
};
