import { z } from "zod";
import { date, identity, text } from "./fields";

/** The body of a request to send a document. */
export const postBoxRequest = z.object({
  to: text,
  cc: text,
  from: text,
  subject: text,
  message: text,
  date: date.optional(),
  send_by_self: z.boolean().default(false),
  send_with_attachment: z.boolean().default(true),
  document_file_type: z.string().nullish(),
  /** Said of letters only. */
  post_send_type: z.string().min(1).optional(),
});

export const postBoxSchema = postBoxRequest.extend({
  id: identity,
  login_id: identity,
  document_id: identity,
  date: date,
  created_at: z.string(),
  processed_at: z.string(),
  type: z.enum(["FAX", "EMAIL", "POST"]),
  status: z.enum(["WAITING", "PREPARE", "ERROR", "OK", "PROCESSING"]),
});

export type PostBox = z.infer<typeof postBoxSchema>;
