"use client";

import { useLocale, useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { get, useFormContext, useFormState, type FieldPathByValue } from "react-hook-form";
import { formProblems, type FormProblem } from "@/components/work-orders/form/form-problems";
import type { FormValues } from "@/components/work-orders/form/form-values";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { TextArea } from "@/components/ui/text-area";
import { formatDecimal } from "@/lib/i18n/format-decimal";

export type TextPath = FieldPathByValue<FormValues, string>;

/** What is wrong with a field, in a sentence; null while nothing is. */
export function useFieldError(name: TextPath | "lines"): string | null {
  const t = useTranslations("workOrders.form.problem");
  const locale = useLocale();
  const { errors } = useFormState<FormValues>({ name });
  const type: unknown = get(errors, `${name}.type`);
  const problem = formProblems.find((one): one is FormProblem => one === type);
  return problem ? t(problem, { example: formatDecimal("2.5", locale) }) : null;
}

type TextFieldProps = { name: TextPath; label: string; help?: string; className?: string } & Omit<ComponentProps<typeof Input>, "name">;

/** A field one types into. */
export function TextField({ name, label, help, className, ...rest }: TextFieldProps) {
  const { register } = useFormContext<FormValues>();
  return (
    <Field label={label} help={help} error={useFieldError(name)} className={className}>
      <Input autoComplete="off" {...register(name)} {...rest} />
    </Field>
  );
}

/** Numbers as the language writes them; they line up. */
export function NumberField(props: TextFieldProps) {
  return <TextField inputMode="decimal" numeric {...props} />;
}

export function LongTextField({ name, label, help }: { name: TextPath; label: string; help?: string }) {
  const { register } = useFormContext<FormValues>();
  return (
    <Field label={label} help={help} error={useFieldError(name)} className="sm:col-span-full">
      <TextArea {...register(name)} />
    </Field>
  );
}
