import { z } from "zod";
import { date, identity, nullableId } from "./fields";

/** At most one of the three may be filled. */
export const attachmentFields = z.object({ customer_id: nullableId, document_id: nullableId, project_id: nullableId });

export const attachmentSchema = attachmentFields.extend({
  id: identity,
  created_at: date,
  file_name: z.string(),
  /** Bytes. */
  size: z.number().int(),
  /** Kept here only. */
  content_type: z.string(),
  content_base64: z.string(),
});

export type Attachment = z.infer<typeof attachmentSchema>;
