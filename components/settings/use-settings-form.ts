"use client";

import { useForm, useWatch } from "react-hook-form";
import type { ConnectionView } from "@/components/settings/vendor-view";
import { compareSettings } from "@/lib/connections/compare-settings";
import type { ImportKind } from "@/lib/connectors/records";

export type SettingsValues = { administration: string | null; imports: Partial<Record<ImportKind, boolean>> };

/**
 * The settings of a connection while they are edited: administration and import switches. When somebody has saved, the
 * form starts again from what is stored; what is being edited stays.
 */
export function useSettingsForm({ administration, imports }: ConnectionView) {
  const stored: SettingsValues = { administration, imports };
  const form = useForm<SettingsValues>({ values: stored, resetOptions: { keepDirtyValues: true } });
  const edited: SettingsValues = { ...stored, ...useWatch({ control: form.control }) };
  const changes = compareSettings({ administration, settings: { imports } }, { administration: edited.administration, settings: { imports: edited.imports } });
  return {
    edited,
    changes,
    setAdministration: (code: string) => form.setValue("administration", code, { shouldDirty: true }),
    setImports: (next: SettingsValues["imports"]) => form.setValue("imports", next, { shouldDirty: true }),
    reset: () => form.reset(stored, { keepDirtyValues: false }),
  };
}
