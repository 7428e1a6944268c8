import { z } from "zod";
import { formFields } from "@/lib/forms/form-fields";

/** The subscriptions of EasyBill that have an API. */
export const easybillPlans = ["plus", "business"] as const;
export type EasybillPlan = (typeof easybillPlans)[number];

/** A key has no spaces; a line break that came along when it was copied would break the header it is sent in. */
const printable = /^[\x21-\x7E]+$/;

/** How OutSmart signs in at EasyBill: a key made there, never a password. The messages are short keys; the form has a sentence for each. */
export const easybillLoginSchema = z.object({
  plan: z.enum(easybillPlans, "required").register(formFields, { control: "choice", options: easybillPlans }),
  apiKey: z.string().trim().min(1, "required").max(200, "tooLong").regex(printable, "invalid").register(formFields, { control: "secret" }),
});
