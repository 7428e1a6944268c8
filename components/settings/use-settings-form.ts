"use client";

import { useForm, useWatch } from "react-hook-form";
import type { ConnectionView } from "@/components/settings/vendor-view";
import { compareSettings } from "@/lib/connections/compare-settings";
import type { ExportSettings } from "@/lib/connectors/connector";
import type { ImportKind } from "@/lib/connectors/record-kinds";

export type SettingsValues = { administration: string | null; imports: Partial<Record<ImportKind, boolean>>; exports: ExportSettings };

/**
 * The settings of a connection while they are edited: administration, import switches and export options. When somebody
 * has saved, the form starts again from what is stored; what is being edited stays.
 */
export function useSettingsForm({ administration, imports, exports }: ConnectionView) {
  const stored: SettingsValues = { administration, imports, exports };
  const form = useForm<SettingsValues>({ values: stored, resetOptions: { keepDirtyValues: true } });
  const [editedAdministration, editedImports, editedExports] = useWatch({ control: form.control, name: ["administration", "imports", "exports"] });
  const edited: SettingsValues = { administration: editedAdministration, imports: editedImports, exports: editedExports };
  const changes = compareSettings(
    { administration, settings: { imports, exports } },
    { administration: edited.administration, settings: { imports: edited.imports, exports: edited.exports } },
  );
  return {
    edited,
    changes,
    setAdministration: (code: string) => form.setValue("administration", code, { shouldDirty: true }),
    setImports: (next: SettingsValues["imports"]) => form.setValue("imports", next, { shouldDirty: true }),
    setExports: (next: ExportSettings) => form.setValue("exports", next, { shouldDirty: true }),
    reset: () => form.reset(stored, { keepDirtyValues: false }),
  };
}
