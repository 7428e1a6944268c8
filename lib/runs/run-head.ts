import type { RecordKind } from "@/lib/connectors/record-kinds";
import type { SyncState, SyncTrigger } from "@/lib/generated/prisma/enums";
import type { Prisma } from "@/lib/generated/prisma/client";
import { storedError, type RunError } from "@/lib/runs/stored-outcome";

/** What every view of a run begins with. Moments are ISO texts (UTC), so that it travels to the browser as it is. */
export type RunHead = {
  id: string;
  vendor: string;
  administration: string;
  trigger: SyncTrigger;
  kinds: RecordKind[];
  state: SyncState;
  requestedBy: string | null;
  requestedAt: string;
  startedAt: string | null;
  finishedAt: string | null;
  /** It was asked to stop and has not stopped yet. */
  isStopping: boolean;
  requests: number;
  /** Something that passes by itself was in the way; it is tried again then. */
  waitsUntil: string | null;
  /** What was in the way; null where nothing waits. */
  waitsFor: RunError | null;
  error: RunError | null;
};

export const runColumns = {
  id: true,
  administration: true,
  trigger: true,
  kinds: true,
  state: true,
  requestedBy: true,
  requestedAt: true,
  startedAt: true,
  finishedAt: true,
  cancelRequestedAt: true,
  requests: true,
  waitsUntil: true,
  waitsFor: true,
  error: true,
  connection: { select: { vendor: true } },
} as const satisfies Prisma.SyncRunSelect;

type Row = Prisma.SyncRunGetPayload<{ select: typeof runColumns }>;

export function toRunHead({ connection, cancelRequestedAt, error, requestedAt, startedAt, finishedAt, waitsUntil, waitsFor, ...run }: Row): RunHead {
  return {
    ...run,
    vendor: connection.vendor,
    requestedAt: requestedAt.toISOString(),
    startedAt: startedAt?.toISOString() ?? null,
    finishedAt: finishedAt?.toISOString() ?? null,
    waitsUntil: waitsUntil?.toISOString() ?? null,
    waitsFor: waitsUntil === null ? null : storedError(waitsFor),
    isStopping: cancelRequestedAt !== null && finishedAt === null,
    error: storedError(error),
  };
}

export function isUnderWay(state: SyncState): boolean {
  return state === "waiting" || state === "running";
}
