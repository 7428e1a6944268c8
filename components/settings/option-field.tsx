"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useOptionWords } from "@/components/settings/use-option-words";
import { FieldRow } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Segmented } from "@/components/ui/segmented";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import { TextArea } from "@/components/ui/text-area";
import { assertNever } from "@/lib/assert";
import type { OptionValue } from "@/lib/connectors/connector";
import type { DescribedField, OptionLists } from "@/lib/forms/form-fields";

type OptionFieldProps = {
  vendor: string;
  field: DescribedField;
  lists: OptionLists;
  value: OptionValue;
  /** What it was, in words, when it has been changed. */
  was: string | null;
  /** Instead of the vendor's words about the option. */
  help?: ReactNode;
  /** Another option keeps it from counting; what is chosen stays for later. */
  isDisabled?: boolean;
  onChange: (value: OptionValue) => void;
};

/** One export option with the control its schema asks for. */
export function OptionField({ vendor, field, was, help, isDisabled = false, ...control }: OptionFieldProps) {
  const t = useTranslations("settings.imports");
  const words = useOptionWords(vendor);
  return (
    <FieldRow
      label={words.label(field.name)}
      help={help ?? (isDisabled ? words.disabled(field.name) : words.help(field.name))}
      changed={was === null ? null : t("was", { before: was })}
      narrow={field.control === "switch"}
    >
      <OptionControl vendor={vendor} field={field} isDisabled={isDisabled} {...control} />
    </FieldRow>
  );
}

function OptionControl({ vendor, field, lists, value, isDisabled = false, onChange }: Omit<OptionFieldProps, "was" | "help">) {
  const words = useOptionWords(vendor);
  const text = typeof value === "string" ? value : "";
  switch (field.control) {
    case "switch":
      return <Switch checked={value === true && !isDisabled} disabled={isDisabled} onCheckedChange={onChange} />;
    case "segmented":
      return <Segmented options={field.options.map((one) => ({ value: one, label: words.choice(field.name, one) }))} value={text} onValueChange={onChange} />;
    case "choice": {
      const options = typeof field.options === "string" ? lists[field.options] : field.options.map((one) => ({ value: one, label: words.choice(field.name, one) }));
      return <Choice options={options} none={words.none(field.name)} value={text} onChange={onChange} />;
    }
    case "date":
      return <Input type="date" numeric value={text} max="9999-12-31" onChange={(event) => onChange(event.target.value === "" ? null : event.target.value)} />;
    case "paragraph":
      return <TextArea rows={4} value={text} onChange={(event) => onChange(event.target.value)} />;
    case "text":
    case "email":
      return <Input type={field.control} value={text} onChange={(event) => onChange(event.target.value)} />;
    case "secret":
      // Secrets belong to the login; settings never hold one.
      return null;
    default:
      return assertNever(field);
  }
}

/** Stands for "nothing chosen": a select keeps the empty text for itself. */
const NOTHING = "nothing";

type ChoiceProps = { options: readonly { value: string; label: string }[]; none: string | null; value: string; onChange: (value: OptionValue) => void };

/** A choice that also shows what was chosen once and is no longer on offer. */
function Choice({ options, none, value, onChange }: ChoiceProps) {
  const t = useTranslations("settings.exports");
  const isOffered = value === "" || options.some((option) => option.value === value);
  return (
    <Select
      placeholder={t("choose")}
      value={value === "" && none !== null ? NOTHING : value}
      onValueChange={(chosen) => onChange(chosen === NOTHING ? null : chosen)}
      options={[
        ...(none === null ? [] : [{ value: NOTHING, label: none }]),
        ...options,
        ...(isOffered ? [] : [{ value, label: t("gone", { value }) }]),
      ]}
    />
  );
}
