import { z } from "zod";

const id = z.number().int();
const fields = z.record(z.string(), z.unknown());

/** Tables in which a person adds, changes or takes out records. */
const editedTables = ["customers", "contacts", "positions", "positionGroups", "documents", "attachments", "webhooks", "payments"] as const;

const table = z.enum(editedTables);

/** One thing that a person does in the vendor's software. The same rules hold as for the API, but no limit and no fault. */
export const actSchema = z.discriminatedUnion("act", [
  /** Adds a record; a contact also says whose it is (`customerId`). A new document is a draft. */
  z.strictObject({ act: z.literal("create"), table, fields, customerId: id.optional() }),
  /** Changes some fields of a record. `raw` writes them as they are, also those that nobody may write. */
  z.strictObject({ act: z.literal("change"), table, id, fields, raw: z.boolean().default(false) }),
  /** Takes a record out; of documents only drafts. */
  z.strictObject({ act: z.literal("remove"), table, id }),
  /** Finishes a draft: it gets its number. */
  z.strictObject({ act: z.literal("finish"), id }),
  /** Pays an invoice: all that is open, or so many cents. */
  z.strictObject({ act: z.literal("pay"), id, amount: z.number().int().optional(), date: z.string().optional() }),
  z.strictObject({ act: z.literal("cancel"), id }),
  /** Works on a document for a while of the sandbox's clock: 409 to others. */
  z.strictObject({ act: z.literal("lock"), id, milliseconds: z.number().min(0) }),
  z.strictObject({ act: z.literal("revokeKey") }),
  /** Makes a new key, this one or any; the old one is worth nothing from then on. */
  z.strictObject({ act: z.literal("renewKey"), apiKey: z.string().min(1).optional() }),
]);

export type ActInput = z.input<typeof actSchema>;
export type Act = z.infer<typeof actSchema>;
export type EditedTable = (typeof editedTables)[number];
