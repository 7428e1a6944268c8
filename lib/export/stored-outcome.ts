import { z } from "zod";
import { exportProblemSchema, type ExportProblem } from "@/lib/connectors/export-problems";
import { errorCodes } from "@/lib/errors";
import type { ExportCandidate, StandingError } from "@/lib/export/export-standing";

const difference = z.object({ field: z.string(), line: z.number().optional(), expected: z.string(), found: z.string() });
const candidate = z.object({ id: z.string(), number: z.string(), url: z.string().nullable(), date: z.string().nullable(), customer: z.string().nullable(), differences: z.array(difference) });

/** What the column `problem` of an intent holds: why it was rejected or needs a review, and what people decided about documents found. */
const outcome = z.object({
  problems: z.array(exportProblemSchema).catch([]).default([]),
  /** Documents found at the vendor that may be the one. */
  candidates: z.array(candidate).catch([]).default([]),
  /** Documents that a person said are not this work order. */
  overruled: z.array(z.string()).catch([]).default([]),
}).catch({ problems: [], candidates: [], overruled: [] });

export type StoredOutcome = { problems: ExportProblem[]; candidates: ExportCandidate[]; overruled: string[] };

export function readOutcome(stored: unknown): StoredOutcome {
  return outcome.parse(stored ?? {});
}

const waiting = z.object({ code: z.enum(errorCodes), params: z.record(z.string(), z.union([z.string(), z.number()])) }).nullable().catch(null);

/** What an intent waits for. */
export function readWaitsFor(stored: unknown): StandingError | null {
  return waiting.parse(stored ?? null);
}
