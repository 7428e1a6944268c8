import type { Database } from "@/lib/db";
import { readDetail, type LoggedExchange } from "@/lib/log/stored-detail";

/** A request of a sync without its texts, which are read when somebody opens it: from entry `entryId`, in place `position`. */
export type RunRequest = Omit<LoggedExchange, "request" | "answer"> & { entryId: string; position: number };

const SHOWN = 100;

/** The requests of a sync that the log keeps, in the order in which they were made, at most a hundred. */
export async function readRequests({ prisma }: Database, { accountId, runId }: { accountId: string; runId: string }): Promise<RunRequest[]> {
  const entries = await prisma.logEntry.findMany({
    where: { accountId, runId, operation: { in: ["import.read", "import.failed"] } },
    select: { id: true, detail: true },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    take: SHOWN,
  });
  const requests = entries.flatMap(({ id, detail }) => readDetail(detail).exchanges.map(({ request: _request, answer: _answer, ...facts }, position) => ({ ...facts, entryId: id, position })));
  return requests.sort((one, other) => one.startedAt.localeCompare(other.startedAt)).slice(0, SHOWN);
}
