import type { SettingChange } from "@/lib/connections/compare-settings";
import type { OptionValue } from "@/lib/connectors/connector";
import type { DescribedField, OptionLists } from "@/lib/forms/form-fields";

/**
 * The same changes with names instead of ids, where an option is chosen from a list of the account. The log and the audit
 * trail keep the names, because a list changes and what was saved does not.
 */
export function labelChanges(changes: readonly SettingChange[], fields: readonly DescribedField[], lists: OptionLists): SettingChange[] {
  return changes.map((change) => {
    if (change.field !== "export") return change;
    const field = fields.find(({ name }) => name === change.option);
    const label = (value: OptionValue) => (field ? labelOf(field, value, lists) : value);
    return { ...change, before: label(change.before), after: label(change.after) };
  });
}

function labelOf(field: DescribedField, value: OptionValue, lists: OptionLists): OptionValue {
  if (field.control !== "choice" || typeof field.options !== "string") return value;
  return lists[field.options].find((option) => option.value === value)?.label ?? value;
}
