import type { z } from "zod";
import { readClock, readDuration } from "@/components/work-orders/clock-time";
import type { FormProblem } from "@/components/work-orders/form/form-problems";
import type { FormValues, MaterialValues, PartyValues, PeriodValues } from "@/components/work-orders/form/form-values";
import { workOrderInputSchema, type WorkOrderInput } from "@/lib/work-orders/work-order-input";

/** By the path of the field in the form: `lines.2.quantity`. */
type FormErrors = ReadonlyMap<string, FormProblem>;
type Checked = { ok: true; input: WorkOrderInput } | { ok: false; errors: FormErrors };

/** What was typed as the input that is stored, or what is wrong with it, field by field. */
export function checkValues(values: FormValues): Checked {
  const errors = new Map<string, FormProblem>();
  const parsed = workOrderInputSchema.safeParse({
    ...values,
    customer: typedParty(values.customer),
    invoiceCustomer: values.hasInvoiceCustomer ? typedParty(values.invoiceCustomer) : null,
    endDate: values.endDate || null,
    lines: values.lines.map((line, index) => (line.type === "material" ? typedMaterial(line) : typedPeriod(line, (field, problem) => errors.set(`lines.${index}.${field}`, problem)))),
  });
  if (!parsed.success) for (const issue of parsed.error.issues) note(errors, issue);
  return parsed.success && errors.size === 0 ? { ok: true, input: parsed.data } : { ok: false, errors };
}

function typedParty(party: PartyValues) {
  return { ...party, countryCode: party.countryCode.trim() || null };
}

/** Both marks are understood, whatever the language: 2,5 and 2.5. */
function typedDecimal(text: string): string {
  return text.trim().replace(",", ".");
}

function typedMaterial(line: MaterialValues) {
  const { quantity, price, discount, vatRate } = line;
  return { ...line, quantity: typedDecimal(quantity), price: typedDecimal(price) || null, discount: typedDecimal(discount) || "0", vatRate: typedDecimal(vatRate) || null };
}

function typedPeriod(line: PeriodValues, wrong: (field: "begin" | "end" | "break" | "total", problem: FormProblem) => void) {
  const read = (field: "begin" | "end" | "break" | "total", problem: "clock" | "duration") => {
    if (line[field].trim() === "") return null;
    const minutes = problem === "clock" ? readClock(line[field]) : readDuration(line[field]);
    if (minutes === null) wrong(field, problem);
    return minutes;
  };
  const period = { beginMinute: read("begin", "clock"), endMinute: read("end", "clock"), breakMinutes: read("break", "duration") ?? 0, totalMinutes: read("total", "duration") };
  return { ...line, ...period };
}

/** Fields of a period that are typed as text under a name of their own. */
const typedAs: ReadonlyMap<PropertyKey, string> = new Map([["beginMinute", "begin"], ["endMinute", "end"], ["breakMinutes", "break"], ["totalMinutes", "total"]]);

function note(errors: Map<string, FormProblem>, issue: z.core.$ZodIssue): void {
  const path = issue.path.map((part) => typedAs.get(part) ?? String(part)).join(".");
  if (!errors.has(path)) errors.set(path, problemOf(issue));
}

function problemOf(issue: z.core.$ZodIssue): FormProblem {
  if (issue.code === "too_small" || issue.message === "required") return "required";
  if (issue.code === "too_big") return issue.path.at(-1) === "lines" ? "tooMany" : "tooLong";
  if (issue.path.at(-1) === "totalMinutes") return "noTime";
  if (issue.message === "decimal" || issue.message === "country" || issue.message === "endBeforeBegin") return issue.message;
  return issue.code === "invalid_format" && issue.format === "date" ? "date" : "invalid";
}
