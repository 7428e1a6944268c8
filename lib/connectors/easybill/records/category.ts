import { checkRecord, skipRecord } from "@/lib/connectors/check-record";
import type { SourceRecord } from "@/lib/connectors/records";
import type { PositionGroup } from "./schemas";
import { firstLineOf, lineOf } from "./text";

/** A text of a category is a line here. */
const descriptionLength = 500;

/** A position group as a category. */
export function readCategory(group: PositionGroup): SourceRecord<"categories"> {
  const code = lineOf(group.number);
  const name = lineOf(group.name);
  const subject = { externalId: String(group.id), label: name ?? code ?? "" };
  if (code === null) return skipRecord(subject, "missingCode", { name: "code", value: "" });
  if (name === null) return skipRecord(subject, "missingName", { name: "name", value: "" });
  return checkRecord("categories", subject, { code, name, description: firstLineOf(group.description, descriptionLength) });
}
