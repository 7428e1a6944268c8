"use client";

import { useTranslations } from "next-intl";
import { useLocale } from "next-intl";
import { useController, type Control } from "react-hook-form";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { fieldProblems, type EditableField, type FieldProblem } from "@/lib/catalogue/editable-fields";
import { isContentField } from "@/lib/catalogue/record-fields";
import { formatMoney } from "@/lib/i18n/format-decimal";

const inputTypes = { text: "text", email: "email", phone: "tel", decimal: "text", integer: "text" } as const;
const inputModes = { text: undefined, email: "email", phone: "tel", decimal: "decimal", integer: "numeric" } as const;

const isProblem = (type: unknown): type is FieldProblem => fieldProblems.some((problem) => problem === type);

type FormFieldProps = { field: EditableField; initial: string; control: Control<Record<string, string>> };

/** One field of the form, with what it was when it has been changed. */
export function FormField({ field: { name, control: kind, wide }, initial, control }: FormFieldProps) {
  const t = useTranslations("records.form");
  const names = useTranslations("sync.field");
  const locale = useLocale();
  const { field, fieldState } = useController({ name, control });
  const problem = fieldState.error?.type;
  const changed = field.value.trim() === initial ? null : initial === "" ? t("wasEmpty") : t("was", { value: initial });
  return (
    <Field
      label={isContentField(name) ? names(name) : name}
      changed={changed}
      error={isProblem(problem) ? t(`problem.${problem}`, { example: formatMoney("17.95", locale) }) : null}
      className={wide ? "sm:col-span-2" : undefined}
    >
      <Input {...field} type={inputTypes[kind]} inputMode={inputModes[kind]} numeric={kind === "decimal" || kind === "integer"} autoComplete="off" />
    </Field>
  );
}
