import type { ImportState, SyncState } from "@/lib/generated/prisma/enums";

export type ImportOutcome = { state: ImportState; failed: number };
export type Verdict = Exclude<SyncState, "waiting" | "running">;

/** What a run came to, told from what its imports did and never assumed. An import that was not finished has failed. */
export function verdictOf(imports: readonly ImportOutcome[]): Verdict {
  const count = (...states: ImportState[]) => imports.filter((one) => states.includes(one.state)).length;
  if (count("cancelled") > 0) return "cancelled";
  if (count("stopped") > 0) return "stopped";
  const done = count("done");
  if (done === 0) return "failed";
  return done < imports.length || imports.some((one) => one.failed > 0) ? "partial" : "succeeded";
}
