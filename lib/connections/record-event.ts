import { recordAudit, type AuditDetail } from "@/lib/audit/record-audit";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { LogLevel } from "@/lib/generated/prisma/enums";
import type { Actor } from "@/lib/users/actor";

type ConnectionEvent = {
  actor: Actor;
  connectionId: string;
  vendor: string;
  /** The name of the vendor, for the sentence. */
  vendorName: string;
  /** noun.verb: the action of the audit trail, the operation of the log and the key of its sentence. */
  event: `connection.${string}`;
  level: LogLevel;
  params?: Record<string, string | number>;
  changes?: AuditDetail;
  detail?: Prisma.InputJsonObject;
};

/** Writes what a person did to a connection to its log and to the audit trail, together with the act itself. */
export async function recordEvent(tx: Prisma.TransactionClient, event: ConnectionEvent): Promise<void> {
  const { actor, connectionId, vendor, vendorName, params = {}, changes = {}, detail } = event;
  await tx.logEntry.create({
    data: {
      accountId: actor.accountId,
      connectionId,
      level: event.level,
      operation: event.event,
      messageKey: event.event,
      params: { vendor: vendorName, person: actor.name, ...params },
      ...(detail ? { detail } : {}),
    },
  });
  await recordAudit({ prisma: tx }, { accountId: actor.accountId, userId: actor.userId, userName: actor.name, action: event.event, subject: vendorName === "" ? vendor : vendorName, detail: changes });
}
