import type { ErrorCode, ErrorParams } from "@/lib/errors";

/**
 * What happened to one work order of those that something was asked for. `unchanged`: it was so already. A refusal says why
 * below `errors.<code>`. The number is null where there is no such work order in the account.
 */
export type BulkResult = { id: string; number: string | null } & ({ outcome: "done" | "unchanged" } | { outcome: "refused"; code: ErrorCode; params: ErrorParams });
