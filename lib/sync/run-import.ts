import type { RecordKind } from "@/lib/connectors/record-kinds";
import type { ErrorCode, ErrorParams } from "@/lib/errors";
import type { ImportState } from "@/lib/generated/prisma/enums";
import type { PageCounts } from "@/lib/sync/page-scope";

/** Why an import or a run failed, as it is stored. */
export type StoredError = { code: ErrorCode; params: ErrorParams };

/** The counters of one import when a run is closed. */
export type RunImport = PageCounts & { kind: RecordKind; state: ImportState; deactivated: number; error: StoredError | null };
