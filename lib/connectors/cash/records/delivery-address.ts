import { checkRecord, skipRecord } from "@/lib/connectors/check-record";
import type { SourceRecord } from "@/lib/connectors/records";
import type { CashRecord } from "../export/record-reader";
import type { FieldMap } from "../field-map";
import { readAddress } from "./address";
import { textOf, tidy, withoutPadding } from "./text";

/** A delivery address (R2229). Its external id is the relation's number and its serial number within the relation. */
export function readDeliveryAddress(record: CashRecord, fields: FieldMap): SourceRecord<"deliveryAddresses"> {
  const relation = tidy(record.get(fields.deliveryAddressRelation));
  const serial = tidy(record.get(fields.deliveryAddressSerial));
  const description = textOf(record, fields.deliveryAddressDescription);
  const name = textOf(record, fields.relationName);
  const subject = { externalId: `${relation || "?"}|${serial || "?"}`, label: description ?? name ?? "" };
  if (relation === "" || serial === "") return skipRecord(subject, "missingCode", { name: relation === "" ? "relation" : "code", value: "" });
  return checkRecord("deliveryAddresses", subject, {
    relation,
    code: withoutPadding(serial),
    description,
    name,
    attention: textOf(record, fields.relationAttention),
    ...readAddress(record, fields),
    phone: textOf(record, fields.relationPhone),
  });
}
