import type { PostResult } from "@/lib/api/answers";
import type { ApiAnswer, ApiCall } from "@/lib/api/api-route";
import { problemsOf, type FieldProblem } from "@/lib/api/field-problems";
import { postedWorkOrder } from "@/lib/api/posted-work-order";
import { readJson } from "@/lib/api/read-json";
import { apiStatuses } from "@/lib/api/work-order-status";
import type { Database } from "@/lib/db";
import { upsertWorkOrder } from "@/lib/work-orders/upsert-work-order";
import { listWorkStatuses } from "@/lib/work-statuses/list-work-statuses";

/** Tells the job engine that something of a connection is to be exported. */
type AnnounceExport = (connectionId: string) => Promise<void>;

/**
 * Stores the work order of a request and answers what became of it. The same request again answers `unchanged`.
 * It throws what `upsertWorkOrder` throws, for what was exported.
 */
export function createPostWorkOrder(announceExport: AnnounceExport) {
  return async ({ caller: { accountId, keyName }, db, request }: ApiCall): Promise<ApiAnswer> => {
    const read = postedWorkOrder.safeParse(await readJson(request));
    if (!read.success) return { wrong: problemsOf(read.error) };
    const wrong = await problemOfWorkStatus(db, accountId, read.data.workStatusCode);
    if (wrong) return { wrong: [wrong] };
    const { id, number, status, result, dueIn } = await upsertWorkOrder(db, { accountId, actor: keyName, origin: "api", ...read.data });
    if (dueIn !== null) await announceExport(dueIn);
    const content: PostResult = { id, WorkorderNo: number, Status: apiStatuses[status][0], result };
    return { status: result === "created" ? 201 : 200, content };
  };
}

/** A work status the account does not have. */
async function problemOfWorkStatus(db: Database, accountId: string, code: number | undefined): Promise<FieldProblem | null> {
  if (code === undefined) return null;
  const known = await listWorkStatuses(db, accountId);
  return known.some((status) => status.code === code) ? null : { path: ["WorkStatus"], code: "unknownWorkStatus", params: { code } };
}
