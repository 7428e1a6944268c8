import { isContentField, type RecordField as ContentField } from "@/lib/catalogue/record-fields";

/** The acts there are words for, below `audit.action` in the message files. */
export const auditActions = [
  "account.created",
  "user.invited",
  "user.added",
  "user.link-renewed",
  "user.role-changed",
  "user.deactivated",
  "user.reactivated",
  "user.profile-changed",
  "user.password-chosen",
  "user.password-changed",
  "licence.ordered",
  "licence.trial-started",
  "licence.cancelled",
  "connection.connected",
  "connection.reconnected",
  "connection.refused",
  "connection.settings-saved",
  "connection.paused",
  "connection.resumed",
  "connection.disconnected",
  "sync.requested",
  "sync.cancelled",
  "sync.guard-confirmed",
  "sync.records-kept",
  "record.edited",
  "hour-type.billable-changed",
  "export.requested",
  "webhook.requested",
  "webhook.processed-again",
  "log.exported",
  "issue.muted",
  "issue.unmuted",
  "work-status.added",
  "work-status.renamed",
  "work-status.moved",
  "work-status.removed",
  "api-key.made",
  "api-key.revoked",
  "work-order.file-imported",
  "notice-receiver.added",
  "notice-receiver.changed",
  "notice-receiver.switched-on",
  "notice-receiver.switched-off",
  "notice-receiver.removed",
  "notice-receiver.secret-renewed",
  "notice-receiver.tested",
] as const;
export type AuditAction = (typeof auditActions)[number];

export function isAuditAction(text: string): text is AuditAction {
  return auditActions.some((action) => action === text);
}

/** The changed fields there are words for below `audit.field`; those of records have theirs below `sync.field`. */
export const auditFields = ["name", "role", "locale", "licence", "administration", "imports", "workOrders", "reason", "relations", "materials", "hourTypes", "warehouses", "employees", "created", "updated", "unchanged", "wrong", "address", "topics", "quietHours"] as const;
export type AuditField = (typeof auditFields)[number];

export function isAuditField(text: string): text is AuditField {
  return auditFields.some((field) => field === text);
}

export type RecordField = ContentField | "billable";

export function isRecordField(text: string): text is RecordField {
  return text === "billable" || isContentField(text);
}
