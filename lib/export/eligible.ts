import type { ExportConnection } from "@/lib/export/export-connection";
import { givesWay } from "@/lib/export/give-way";
import { Prisma } from "@/lib/generated/prisma/client";
import type { WorkOrderStatus } from "@/lib/generated/prisma/enums";

/** What keeps a whole connection from exporting; null: nothing. */
export type ConnectionObstacle = "notConnected" | "licence" | "credentials" | "administration" | "switchedOff" | "noTrigger";

export function findConnectionObstacle(connection: ExportConnection): ConnectionObstacle | null {
  if (connection.state === "disconnected") return "notConnected";
  if (!connection.isLicensed) return "licence";
  if (connection.state === "action_required") return "credentials";
  if (!connection.options.isOn) return "switchedOff";
  if (connection.connector.manifest.hasAdministrations && connection.administration === null) return "administration";
  return connection.trigger === null ? "noTrigger" : null;
}

/** What of a work order decides whether it goes out. */
export type WorkOrderFacts = { status: WorkOrderStatus; workStatus: { id: string; purpose: string | null } | null; completedAt: Date | null; revision: number };

/**
 * What keeps a work order from going out, from the connection's settings alone; null: nothing. The same rule as `dueWorkOrders`, for one.
 * A revision of an exported work order is already handled: a person has asked for it.
 */
export type WorkOrderObstacle = "notComplete" | "handled" | "workStatus" | "beforeStartDate";

export function findWorkOrderObstacle({ status, workStatus, completedAt, revision }: WorkOrderFacts, connection: Pick<ExportConnection, "trigger" | "options" | "timeZone">): WorkOrderObstacle | null {
  if (revision > 1) return status === "complete" || status === "handled" ? null : "notComplete";
  if (status === "handled") return "handled";
  if (status !== "complete" || completedAt === null) return "notComplete";
  if (workStatus === null || workStatus.id !== connection.trigger?.id || workStatus.purpose === "error") return "workStatus";
  return isBeforeStart(completedAt, connection) ? "beforeStartDate" : null;
}

/** Whether what was completed then is older than what the connection sends. */
export function isBeforeStart(completedAt: Date, { options: { startDate }, timeZone }: Pick<ExportConnection, "options" | "timeZone">): boolean {
  return startDate !== null && dayIn(completedAt, timeZone) < startDate;
}

/** YYYY-MM-DD of a moment where the account is. */
export function dayIn(moment: Date, timeZone: string): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).format(moment);
}

export type SweepRule = Pick<ExportConnection, "id" | "accountId" | "timeZone"> & {
  triggerId: string;
  startDate: string | null;
  /** Connections whose exports that were never sent give way to this one. */
  yielding: readonly string[];
};

/**
 * SQL after WHERE: the rows `work_order` that go out by themselves. Complete, with the trigger as work status, completed on or after the
 * start date where the account is, nothing under way or done anywhere but what gives way, and not dismissed for this connection. A rejected one has the work
 * status of errors, so it comes back only when a person sets the trigger again.
 */
export function dueWorkOrders({ id, accountId, triggerId, startDate, timeZone, yielding }: SweepRule): Prisma.Sql {
  return Prisma.sql`work_order.account_id = ${accountId}::uuid AND work_order.status = 'complete' AND work_order.work_status_id = ${triggerId}::uuid
    AND work_order.completed_at IS NOT NULL AND work_order.revision = 1
    AND NOT EXISTS (SELECT FROM work_status WHERE work_status.id = work_order.work_status_id AND work_status.purpose = 'error')
    AND (${startDate}::date IS NULL OR (work_order.completed_at AT TIME ZONE ${timeZone})::date >= ${startDate}::date)
    AND NOT EXISTS (SELECT FROM export_intent intent WHERE intent.work_order_id = work_order.id AND intent.state NOT IN ('rejected', 'dismissed') AND NOT ${givesWay(yielding)})
    AND coalesce((SELECT intent.state <> 'dismissed' FROM export_intent intent WHERE intent.work_order_id = work_order.id AND intent.connection_id = ${id}::uuid
      ORDER BY intent.requested_at DESC, intent.id DESC LIMIT 1), true)`;
}
