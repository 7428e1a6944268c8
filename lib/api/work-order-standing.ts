import { apiExportStates, type WorkOrderStanding } from "@/lib/api/answers";
import { apiStatuses } from "@/lib/api/work-order-status";
import type { Database } from "@/lib/db";
import { AppError } from "@/lib/errors";

/**
 * How a work order of the account stands, for the software it came from.
 * @throws AppError work_order_not_found
 */
export async function readWorkOrderStanding(db: Database, accountId: string, number: string): Promise<WorkOrderStanding> {
  const found = await db.prisma.workOrder.findUnique({
    where: { accountId_number: { accountId, number } },
    select: {
      id: true,
      number: true,
      status: true,
      revision: true,
      workStatus: { select: { code: true, name: true } },
      intents: {
        select: { state: true, problem: true, revision: true, documentNumber: true, documentUrl: true, connection: { select: { vendor: true } } },
        orderBy: [{ requestedAt: "desc" }, { id: "desc" }],
      },
    },
  });
  if (!found) throw new AppError("work_order_not_found", { kind: "config" });
  const { id, status, revision, workStatus, intents } = found;
  return {
    id,
    WorkorderNo: found.number,
    Status: apiStatuses[status][0],
    WorkStatus: workStatus ? { Code: workStatus.code, Name: workStatus.name } : null,
    Revision: revision,
    // One that was withdrawn before it was sent has no problem: there is nothing to say of it.
    Exports: intents.filter(({ state, problem }) => state !== "rejected" || problem !== null).map((intent) => ({
      Vendor: intent.connection.vendor,
      State: apiExportStates[intent.state],
      Number: intent.documentNumber,
      Url: intent.documentUrl,
      Revision: intent.revision,
    })),
  };
}
