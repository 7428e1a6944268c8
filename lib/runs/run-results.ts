import type { SyncTrigger } from "@/lib/generated/prisma/enums";

/** Ends of a sync by which the history can be narrowed. `trouble`: whatever did not go as it should. */
export const runResults = ["trouble", "succeeded", "partial", "failed", "stopped", "cancelled"] as const;
export type RunResult = (typeof runResults)[number];

/** How a sync came about. */
export const runTriggers = ["automatic", "first", "nightly", "manual", "webhook", "lookUp"] as const satisfies readonly SyncTrigger[];
