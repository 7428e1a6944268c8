import { checkRecord, skipRecord } from "@/lib/connectors/check-record";
import type { SourceRecord } from "@/lib/connectors/records";
import type { CashRecord } from "../export/record-reader";
import type { FieldMap } from "../field-map";
import { isBlocked } from "./blocked";
import { tidy } from "./text";

/** A warehouse (R2209) that is not blocked and has a name. */
export function readWarehouse(record: CashRecord, fields: FieldMap): SourceRecord<"warehouses"> {
  const code = tidy(record.get(fields.warehouseCode));
  const name = tidy(record.get(fields.warehouseName));
  const subject = { externalId: code || "?", label: name };
  if (code === "") return skipRecord(subject, "missingCode", { name: "code", value: "" });
  if (isBlocked(record, fields.warehouseBlocked, fields)) return skipRecord(subject, "blocked");
  if (name === "") return skipRecord(subject, "missingName", { name: "name", value: "" });
  return checkRecord("warehouses", subject, { code, name });
}
