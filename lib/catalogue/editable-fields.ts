import type { ImportKind } from "@/lib/connectors/record-kinds";

export type EditableField = {
  name: string;
  control: "text" | "email" | "phone" | "decimal" | "integer";
  required: boolean;
  /** Takes the whole width of the form. */
  wide?: boolean;
};

const field = (name: string, control: EditableField["control"] = "text", options: Partial<EditableField> = {}): EditableField => ({ name, control, required: false, ...options });
const required = { required: true };

/** What people may change by hand, in the order of the form. The number a record is found by is the vendor's. */
export const editableFields: Readonly<Record<ImportKind, readonly EditableField[]>> = {
  relations: [
    field("name", "text", { ...required, wide: true }),
    field("searchName"),
    field("attention"),
    field("street", "text", { ...required, wide: true }),
    field("postalCode", "text", required),
    field("city", "text", required),
    field("country"),
    field("countryCode"),
    field("phone", "phone"),
    field("mobile", "phone"),
    field("email", "email", { wide: true }),
    field("vatNumber"),
    field("chamberNumber"),
    field("paymentTerm", "integer"),
  ],
  contacts: [
    field("name", "text", { ...required, wide: true }),
    field("department"),
    field("phone", "phone"),
    field("mobile", "phone"),
    field("email", "email", { wide: true }),
    field("street", "text", { wide: true }),
    field("postalCode"),
    field("city"),
    field("countryCode"),
  ],
  categories: [field("name", "text", { ...required, wide: true }), field("description", "text", { wide: true })],
  materials: [field("name", "text", { ...required, wide: true }), field("searchName"), field("group"), field("unit"), field("price", "decimal"), field("vatCode")],
  hourTypes: [field("name", "text", { ...required, wide: true }), field("unit"), field("price", "decimal"), field("vatCode")],
  warehouses: [field("name", "text", { ...required, wide: true })],
  employees: [field("name", "text", { ...required, wide: true }), field("email", "email", { wide: true })],
};

/** What can be wrong with a value; each has a sentence below `records.form.problem`. */
export const fieldProblems = ["required", "tooLong", "decimal", "integer", "email", "countryCode"] as const;
export type FieldProblem = (typeof fieldProblems)[number];

export type FieldValue = string | number | null;

/** A stored value as it stands in the form; decimals as the language writes them, without trailing zeros. */
export function typedValue(value: FieldValue, control: EditableField["control"], decimalMark: "," | "."): string {
  if (value === null) return "";
  if (control !== "decimal") return String(value);
  const [whole = "", fraction = ""] = String(value).split(".");
  const shown = fraction.replace(/0+$/, "").padEnd(2, "0");
  return `${whole}${decimalMark}${shown}`;
}
