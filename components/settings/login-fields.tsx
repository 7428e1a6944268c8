"use client";

import { useTranslations } from "next-intl";
import type { FieldErrors } from "react-hook-form";
import type { ReactNode } from "react";
import { useVendorTexts } from "@/components/settings/use-vendor-texts";
import type { useLoginForm } from "@/components/settings/use-login-form";
import type { VendorView } from "@/components/settings/vendor-view";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { RadioCards } from "@/components/ui/radio-cards";
import { SecretInput } from "@/components/ui/secret-input";
import type { DescribedField } from "@/lib/forms/form-fields";

export type LoginValues = Record<string, string>;

type LoginFieldsProps = {
  vendor: VendorView;
  register: ReturnType<typeof useLoginForm>["register"];
  /** What stands in the fields at first, also before the page has come to life. */
  stored: LoginValues;
  errors: FieldErrors<LoginValues>;
  /** The vendor refused what is entered. */
  isRefused: boolean;
  storedSecrets: readonly string[];
  /** Since when a secret is stored, in words. */
  secretHelp: ReactNode;
  children: ReactNode;
};

/** The login form as the vendor's schema describes it; the children stand at the end, where the button is. */
export function LoginFields({ vendor, register, stored, errors, isRefused, storedSecrets, secretHelp, children }: LoginFieldsProps) {
  const text = useVendorTexts(vendor.id);
  return (
    <div className="grid gap-x-4 gap-y-5 sm:grid-cols-2">
      {vendor.fields.map((field) => {
        const isStored = storedSecrets.includes(field.name);
        const help = field.control === "secret" && isStored ? secretHelp : text(`login.${field.name}.help`);
        return (
          <Field key={field.name} label={text(`login.${field.name}.label`) ?? field.name} help={help} error={errors[field.name]?.message} className={isChoice(field) ? "sm:col-span-2" : undefined}>
            <LoginControl
              field={field}
              register={register}
              value={stored[field.name]}
              isStored={isStored}
              isRefused={isRefused}
              words={(option) => ({ label: text(`login.${field.name}.options.${option}`) ?? option, help: text(`login.${field.name}.optionHelp.${option}`) })}
            />
          </Field>
        );
      })}
      {children}
    </div>
  );
}

/** A choice out of a few fixed options, all in sight with what they mean. */
const isChoice = (field: DescribedField) => (field.control === "choice" || field.control === "segmented") && typeof field.options !== "string";

type OptionWords = (option: string) => { label: string; help: string | null };
type LoginControlProps = { field: DescribedField; register: LoginFieldsProps["register"]; value: string | undefined; isStored: boolean; isRefused: boolean; words: OptionWords };

/** No length is enforced while typing: a text that was pasted is never cut without a word. */
function LoginControl({ field, register, value, isStored, isRefused, words }: LoginControlProps) {
  const t = useTranslations("settings.connection");
  const registered = register(field.name);
  if ((field.control === "choice" || field.control === "segmented") && typeof field.options !== "string") {
    return <RadioCards options={field.options.map((option) => ({ value: option, ...words(option) }))} defaultValue={value} {...registered} />;
  }
  const shared = { ...registered, ...(isRefused ? { "aria-invalid": true } : {}) };
  if (field.control === "secret") return <SecretInput data-arrival="" placeholder={isStored ? t("keep") : undefined} {...shared} />;
  return (
    <Input
      type={field.control === "email" ? "email" : "text"}
      inputMode={field.control === "text" ? field.inputMode : undefined}
      numeric={field.control === "text"}
      autoComplete="off"
      spellCheck={false}
      defaultValue={value}
      {...shared}
    />
  );
}
