import type { SettingChange } from "@/lib/connections/compare-settings";
import { AppError } from "@/lib/errors";
import type { DescribedField, OptionLists } from "@/lib/forms/form-fields";

/**
 * What is newly chosen from a list of the account has to stand on it; what was chosen before and is gone since may stay.
 * @throws AppError invalid_input
 */
export function requireListed(changes: readonly SettingChange[], fields: readonly DescribedField[], lists: OptionLists): void {
  for (const change of changes) {
    if (change.field !== "export" || change.after === null) continue;
    const field = fields.find(({ name }) => name === change.option);
    if (field?.control !== "choice" || typeof field.options !== "string") continue;
    if (!lists[field.options].some(({ value }) => value === change.after)) {
      throw new AppError("invalid_input", { kind: "config", detail: `${change.option} is not on the list` });
    }
  }
}
