import { z } from "zod";
import { formFields } from "@/lib/forms/form-fields";

/** What the API user of Cash signs in with. The messages are short keys; the form has a sentence for each. */
export const cashLoginSchema = z.object({
  relationCode: z.string().trim().min(1, "required").max(20, "tooLong").register(formFields, { control: "text", inputMode: "text" }),
  email: z.string().trim().min(1, "required").max(254, "tooLong").regex(/^[^\s@]+@[^\s@]+$/, "email").register(formFields, { control: "email" }),
  // Never trimmed: a space may be part of a password.
  password: z.string().min(1, "required").max(200, "tooLong").register(formFields, { control: "secret" }),
});
