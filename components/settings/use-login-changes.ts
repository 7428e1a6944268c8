"use client";

import { useTranslations } from "next-intl";
import type { UseFormReturn } from "react-hook-form";
import type { LoginValues } from "@/components/settings/login-fields";
import { useVendorTexts } from "@/components/settings/use-vendor-texts";
import type { VendorView } from "@/components/settings/vendor-view";

/** The login fields that have been changed and not submitted, in words; a secret is only said to be new. */
export function useLoginChanges(vendor: VendorView, form: UseFormReturn<LoginValues>): string[] {
  const t = useTranslations("settings");
  const text = useVendorTexts(vendor.id);
  const { dirtyFields, defaultValues } = form.formState;
  return vendor.fields.flatMap(({ name, control }) => {
    if (!dirtyFields[name]) return [];
    const field = text(`login.${name}.label`) ?? name;
    if (control === "secret") return [t("change.secret", { field })];
    const words = (value: string | undefined) => (value ? (text(`login.${name}.options.${value}`) ?? value) : t("value.empty"));
    return [t("change.item", { field, before: words(defaultValues?.[name]), after: words(form.getValues(name)) })];
  });
}
