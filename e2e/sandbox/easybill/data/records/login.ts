import { z } from "zod";
import { identity } from "./fields";

export const loginSchema = z.object({
  id: identity,
  first_name: z.string(),
  last_name: z.string(),
  display_name: z.string(),
  phone: z.string(),
  email: z.string(),
  login_type: z.enum(["ADMIN", "ASSISTANT"]),
  locale: z.string(),
  time_zone: z.string(),
});

export type Login = z.infer<typeof loginSchema>;
