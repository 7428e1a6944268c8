import type { ConnectorSettings, ExportSettings, OptionValue } from "@/lib/connectors/connector";
import { importKinds, type ImportKind } from "@/lib/connectors/record-kinds";

/** One setting that changes, in the order of the page. */
export type SettingChange =
  | { field: "administration"; before: string | null; after: string }
  | { field: "import"; kind: ImportKind; before: boolean; after: boolean }
  /** An export option by its name in the vendor's form. */
  | { field: "export"; option: string; before: OptionValue; after: OptionValue };

export type EditableSettings = { administration: string | null; settings: ConnectorSettings };

/** What changes from one state of the settings to the other; the save bar, the answer and the audit trail show the same. */
export function compareSettings(before: EditableSettings, after: EditableSettings): SettingChange[] {
  const changes: SettingChange[] = [];
  if (after.administration !== null && after.administration !== before.administration) {
    changes.push({ field: "administration", before: before.administration, after: after.administration });
  }
  for (const kind of importKinds) {
    const [was, is] = [before.settings.imports[kind] === true, after.settings.imports[kind] === true];
    if (was !== is) changes.push({ field: "import", kind, before: was, after: is });
  }
  return [...changes, ...compareExports(before.settings.exports ?? {}, after.settings.exports ?? {})];
}

function compareExports(before: ExportSettings, after: ExportSettings): SettingChange[] {
  return Object.entries(after).flatMap(([option, is]) => {
    const was = before[option] ?? null;
    return was === is ? [] : [{ field: "export" as const, option, before: was, after: is }];
  });
}
