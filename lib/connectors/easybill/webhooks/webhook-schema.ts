import { z } from "zod";

const lastResponseSchema = z.looseObject({ date: z.string().nullish(), code: z.int().nullish(), response: z.string().nullish() });

/** A webhook as EasyBill shows it. */
export const webhookSchema = z.looseObject({
  id: z.int(),
  url: z.string().nullish(),
  content_type: z.string().nullish(),
  description: z.string().nullish(),
  events: z.array(z.string()).nullish(),
  is_active: z.boolean().nullish(),
  secret: z.string().nullish(),
  last_response: lastResponseSchema.nullish(),
});
export type EasybillWebhook = z.infer<typeof webhookSchema>;
