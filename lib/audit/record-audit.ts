import type { Prisma } from "@/lib/generated/prisma/client";

/** Changed fields with their values before and after, or other facts of the act; never a secret. */
export type AuditDetail = { [field: string]: AuditValue | { before: AuditValue; after: AuditValue } };
type AuditValue = string | number | boolean | null;

export type AuditRecord = {
  accountId: string;
  /** Null for acts from the command line. */
  userId: string | null;
  userName: string;
  /** noun.verb; each has a sentence below `audit.action` in the message files. */
  action: string;
  /** What it was done to, in words people know it by: the vendor, an e-mail address, a record's number. */
  subject: string;
  detail?: AuditDetail;
};

/** A database, or `{ prisma: tx }` so that an act and its record stand or fall together. */
export type AuditStore = { prisma: Pick<Prisma.TransactionClient, "auditEvent"> };

/** Adds one line to the audit trail of an account. */
export async function recordAudit(db: AuditStore, { detail = {}, ...record }: AuditRecord): Promise<void> {
  await db.prisma.auditEvent.create({ data: { ...record, detail } });
}
