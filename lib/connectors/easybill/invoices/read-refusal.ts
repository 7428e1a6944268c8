import { z } from "zod";
import type { SendOutcome } from "@/lib/connectors/exporter";
import type { ExportProblem } from "@/lib/connectors/export-problems";
import type { EasybillRefusal } from "../failures";
import { easybillManifest } from "../manifest";

/** Problems of one refusal that are kept, and characters of each text. */
const greatestCount = 20;
const greatestText = 500;

/** What people call EasyBill's fields: keys below `exports.field`. */
const fieldNames: Readonly<Record<string, string>> = {
  number: "code", description: "text", quantity: "quantity", unit: "unit", single_price_net: "price", sale_price: "price", vat_percent: "vatRate", discount: "discount", position_id: "article",
  customer_id: "customer", external_id: "reference", title: "title", text_prefix: "text", text: "text", due_in_days: "paymentTerm", vat_option: "vatOption", document_date: "date", service_date: "serviceDate", items: "lines",
  company_name: "name", last_name: "contact", street: "street", zip_code: "postalCode", city: "city", country: "country", emails: "email", phone_1: "phone",
};

type Sent = { readonly [name: string]: unknown };
type Subject = { record: "invoice" | "relation" | "article"; sent: Sent };

/** `{code, message, arguments}`; the vendor describes it nowhere, so that everything in it may be missing. */
const refusalSchema = z.object({ message: z.string().optional(), arguments: z.array(z.unknown()).optional() });

/** A validation that says no, translated into the names of records and fields where it names one; a record that is locked was certainly not written. */
export function outcomeOfRefusal(error: EasybillRefusal, subject: Subject): SendOutcome {
  if (error.isAboutLock) return { outcome: "notSent", error };
  return { outcome: "refused", problems: readProblems(error, subject), ticket: null, raw: error.text };
}

function readProblems({ status, text }: EasybillRefusal, subject: Subject): ExportProblem[] {
  const complaints = readComplaints(text);
  return (complaints.length > 0 ? complaints : [`HTTP ${status}`]).slice(0, greatestCount).map((complaint) => toProblem(complaint, subject));
}

/** One per field: EasyBill separates them by semicolons or lists them. */
function readComplaints(text: string): string[] {
  const { message = "", arguments: list = [] } = parseRefusal(text);
  return [...message.split(/;|\r?\n/), ...list.filter((one) => typeof one === "string")].map((one) => one.trim()).filter((one) => one !== "");
}

function parseRefusal(text: string): z.infer<typeof refusalSchema> {
  try {
    return refusalSchema.catch({ message: text }).parse(JSON.parse(text));
  } catch {
    // No JSON: the text as a whole is shown instead.
    return { message: text };
  }
}

function toProblem(complaint: string, { record, sent }: Subject): ExportProblem {
  const vendor = easybillManifest.name;
  const raw = complaint.slice(0, greatestText * 4);
  const [, place, name = ""] = /^(?:items?[.[](\d+)\]?\.)?([a-z_0-9]+)(?:[.[][\w.[\]]*)?\s*:/i.exec(complaint) ?? [];
  const field = Object.hasOwn(fieldNames, name) ? fieldNames[name] : undefined;
  if (field === undefined) return { code: "refused", params: { vendor, message: complaint.slice(0, greatestText) }, raw };
  const line = place === undefined ? null : Number(place);
  const params: ExportProblem["params"] = { vendor, record: line === null ? record : "invoiceLine", field, value: sentValue(sent, line, name).slice(0, greatestText) || "–" };
  return { code: "valueRefused", params: line === null ? params : { ...params, line: line + 1 }, raw };
}

function sentValue(sent: Sent, line: number | null, name: string): string {
  const items: unknown = sent["items"];
  const from: unknown = line === null ? sent : Array.isArray(items) ? items[line] : undefined;
  const fields = z.record(z.string(), z.unknown()).safeParse(from);
  const value = fields.success ? fields.data[name] : undefined;
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
