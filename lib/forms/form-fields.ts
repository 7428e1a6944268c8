import { z } from "zod";

/**
 * How a field of a zod schema is shown. Schemas register their fields here, so that the form, its check in the browser
 * and the check on the server come from one source. Labels and help are texts under the schema's key in the message files.
 */
export type FormField = FormControl & {
  /** Fields of one group follow each other, under a heading of theirs. */
  group?: string;
  /** It counts only while another option of the form has this value; else it stands there greyed. */
  onlyWith?: { option: string; value: string | boolean };
};

type FormControl =
  | { control: "text"; inputMode?: "numeric" | "text" }
  /** Several lines. */
  | { control: "paragraph" }
  | { control: "email" }
  /** Write-only: stored encrypted, never sent back to a browser. */
  | { control: "secret" }
  | { control: "switch" }
  /** A day, YYYY-MM-DD. */
  | { control: "date" }
  /** Two to four short fixed options, all in sight. */
  | { control: "segmented"; options: readonly string[] }
  /** Fixed options with texts of their own, or a list that the account keeps. */
  | { control: "choice"; options: readonly string[] | OptionList };

/**
 * Lists of the account that a form chooses from: the value is a work status's id, a warehouse's code. `triggerStatuses`: the
 * work statuses that may send something out.
 */
type OptionList = "workStatuses" | "triggerStatuses" | "warehouses";

/** What each list offers, in its order. */
export type OptionLists = Record<OptionList, readonly { value: string; label: string }[]>;

export const formFields = z.registry<FormField>();

export type DescribedField = FormField & { name: string; maxLength: number | null };

/** The registered fields of an object schema in their order; fields without a description are not shown. */
export function describeFields(schema: z.ZodObject): DescribedField[] {
  return Object.entries(schema.shape).flatMap(([name, field]) => {
    const described = formFields.get(field);
    const maxLength = field instanceof z.ZodString || field instanceof z.ZodEmail ? field.maxLength : null;
    return described ? [{ ...described, name, maxLength }] : [];
  });
}

/** Names of the write-only fields. */
export function secretFieldNames(schema: z.ZodObject): string[] {
  return describeFields(schema).filter((field) => field.control === "secret").map((field) => field.name);
}
