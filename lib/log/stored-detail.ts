import { z } from "zod";
import { exportProblemSchema } from "@/lib/connectors/export-problems";
import { importKinds, recordKinds } from "@/lib/connectors/record-kinds";
import { touchedCounters } from "@/lib/log/touched-counters";
import { storedError } from "@/lib/runs/stored-outcome";

const exchange = z.object({
  operation: z.string(),
  method: z.string(),
  address: z.string(),
  status: z.number().nullable(),
  /** ISO text, UTC. */
  startedAt: z.string(),
  /** Milliseconds. */
  duration: z.number(),
  /** Bytes. */
  requestSize: z.number(),
  answerSize: z.number(),
  request: z.string(),
  answer: z.string(),
  outcome: z.enum(["answered", "refused", "failed"]),
});

const optionValue = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const change = z.discriminatedUnion("field", [
  z.object({ field: z.literal("administration"), before: z.string().nullable(), after: z.string() }),
  z.object({ field: z.literal("import"), kind: z.enum(importKinds), before: z.boolean(), after: z.boolean() }),
  z.object({ field: z.literal("export"), option: z.string(), before: optionValue, after: optionValue }),
]);

const keys = z.array(z.string());
/** The counters of one import of a sync. */
const counted = z.object({
  kind: z.enum(recordKinds),
  read: z.number(),
  created: z.number(),
  changed: z.number(),
  unchanged: z.number(),
  skipped: z.number(),
  deactivated: z.number(),
  failed: z.number(),
});

/** What does not have the form is left out, because entries outlive the code that wrote them. */
const detailForm = z
  .object({
    /** What was sent and what came back, secrets masked. */
    exchanges: z.array(exchange).catch([]).default([]),
    error: z.unknown().optional().transform(storedError),
    changes: z.array(change).catch([]).default([]),
    imports: z.array(counted).catch([]).default([]),
    /** Keys of the first records that an import created, changed … or found unchanged. */
    created: keys.catch([]).default([]),
    changed: keys.catch([]).default([]),
    deactivated: keys.catch([]).default([]),
    skipped: keys.catch([]).default([]),
    failed: keys.catch([]).default([]),
    unchanged: keys.catch([]).default([]),
    /** How many records of each sort they are the first of. */
    counts: z.partialRecord(z.enum(touchedCounters), z.number()).catch({}).default({}),
    /** Which try it was, from 1. */
    attempt: z.number().int().positive().nullable().catch(null).default(null),
    /** Why a work order could not be exported. */
    problems: z.array(exportProblemSchema).catch([]).default([]),
    /** What a vendor told of: the delivery, and the vendor's own name of what happened. */
    delivery: z.object({ id: z.string(), event: z.string() }).nullable().catch(null).default(null),
  })
  .catch({
    exchanges: [], error: null, changes: [], imports: [], created: [], changed: [], deactivated: [], skipped: [], failed: [], unchanged: [], counts: {}, attempt: null, problems: [], delivery: null,
  });

/** What an entry of the log keeps besides its sentence, as far as pages show it. */
export type LogDetail = z.infer<typeof detailForm>;
export type LoggedExchange = LogDetail["exchanges"][number];

export function readDetail(stored: unknown): LogDetail {
  return detailForm.parse(stored ?? {});
}
