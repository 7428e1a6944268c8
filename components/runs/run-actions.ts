import type { ServerAction } from "@/components/actions/use-server-action";

/** What an administrator can do about a sync; the page hands it in. */
export type RunActions = {
  cancel: ServerAction<{ runId: string }, { state: "cancelled" | "cancelling" | "over" }>;
  /** Out: the new run. */
  again: ServerAction<{ runId: string }, { runId: string }>;
  /** Answers the guard's question with yes. Out: the new run. */
  confirmGuard: ServerAction<{ runId: string }, { runId: string }>;
  /** Answers it with no. */
  keepRecords: ServerAction<{ runId: string }, { kept: true }>;
};
