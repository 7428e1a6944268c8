import { checkRecord, skipRecord } from "@/lib/connectors/check-record";
import type { SourceRecord } from "@/lib/connectors/records";
import type { CashRecord } from "../export/record-reader";
import type { FieldMap } from "../field-map";
import { isBlocked } from "./blocked";
import { textOf, tidy } from "./text";

/** An employee (R2205) who is not blocked and has a name. */
export function readEmployee(record: CashRecord, fields: FieldMap): SourceRecord<"employees"> {
  const code = tidy(record.get(fields.employeeCode));
  const name = tidy(record.get(fields.employeeName));
  const subject = { externalId: code || "?", label: name };
  if (code === "") return skipRecord(subject, "missingCode", { name: "code", value: "" });
  if (isBlocked(record, fields.employeeBlocked, fields)) return skipRecord(subject, "blocked");
  if (name === "") return skipRecord(subject, "missingName", { name: "name", value: "" });
  return checkRecord("employees", subject, { code, name, email: textOf(record, fields.employeeEmail) });
}
