import type { RecordKind } from "@/lib/connectors/records";
import type { ImportState } from "@/lib/generated/prisma/enums";
import type { Prisma } from "@/lib/generated/prisma/client";
import { storedError, storedGuard, type GuardQuestion, type RunError } from "@/lib/runs/stored-outcome";

export const counterNames = ["read", "created", "changed", "unchanged", "skipped", "deactivated", "failed"] as const;
export type CounterName = (typeof counterNames)[number];
export type Counters = Record<CounterName, number>;

/** One kind of record in one run. */
export type RunImport = Counters & {
  kind: RecordKind;
  state: ImportState;
  pages: number;
  /** Where the vendor says how many there are. */
  totalPages: number | null;
  guard: GuardQuestion | null;
  error: RunError | null;
};

export const importColumns = {
  kind: true,
  state: true,
  read: true,
  created: true,
  changed: true,
  unchanged: true,
  skipped: true,
  deactivated: true,
  failed: true,
  pages: true,
  totalPages: true,
  guard: true,
  error: true,
} as const satisfies Prisma.SyncRunImportSelect;

type Row = Prisma.SyncRunImportGetPayload<{ select: typeof importColumns }>;

export function toRunImport({ guard, error, ...row }: Row): RunImport {
  return { ...row, guard: storedGuard(guard), error: storedError(error) };
}

export function sumCounters(imports: readonly Counters[]): Counters {
  const total: Counters = { read: 0, created: 0, changed: 0, unchanged: 0, skipped: 0, deactivated: 0, failed: 0 };
  for (const one of imports) for (const name of counterNames) total[name] += one[name];
  return total;
}
