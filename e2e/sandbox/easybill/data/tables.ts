import type { z } from "zod";
import { attachmentSchema } from "./records/attachment";
import { contactSchema } from "./records/contact";
import { customerSchema } from "./records/customer";
import { paymentSchema } from "./records/document-payment";
import { documentSchema } from "./records/document";
import { groupSchema } from "./records/group";
import { loginSchema } from "./records/login";
import { positionSchema } from "./records/position";
import { postBoxSchema } from "./records/post-box";
import { webhookSchema } from "./records/webhook";

/** Every table of a company, with what its records look like. */
export const recordSchemas = {
  customers: customerSchema,
  contacts: contactSchema,
  positions: positionSchema,
  positionGroups: groupSchema,
  customerGroups: groupSchema,
  logins: loginSchema,
  documents: documentSchema,
  payments: paymentSchema,
  attachments: attachmentSchema,
  postBoxes: postBoxSchema,
  webhooks: webhookSchema,
};

export type TableName = keyof typeof recordSchemas;
export type RecordOf<Name extends TableName> = z.infer<(typeof recordSchemas)[Name]>;

export const tableNames = ["customers", "contacts", "positions", "positionGroups", "customerGroups", "logins", "documents", "payments", "attachments", "postBoxes", "webhooks"] as const satisfies readonly TableName[];

/** A record written, or taken out (null). */
export interface Change {
  readonly table: TableName;
  readonly id: number;
  readonly record: unknown;
}

/** Writes this record into its table. */
export function put<Name extends TableName>(table: Name, record: RecordOf<Name>): Change {
  return { table, id: record.id, record };
}

export function remove(table: TableName, id: number): Change {
  return { table, id, record: null };
}
