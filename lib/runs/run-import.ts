import type { RecordKind } from "@/lib/connectors/record-kinds";
import type { ImportState } from "@/lib/generated/prisma/enums";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { Counters } from "@/lib/runs/counters";
import { storedError, storedGuard, type GuardQuestion, type RunError } from "@/lib/runs/stored-outcome";

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
