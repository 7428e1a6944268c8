"use client";

import { useController, useFormContext } from "react-hook-form";
import { useFieldError, type TextPath } from "@/components/work-orders/form/form-field";
import type { FormValues } from "@/components/work-orders/form/form-values";
import { PickInput } from "@/components/work-orders/form/pick-input";
import { Field } from "@/components/ui/field";
import type { PickKind, PickOf } from "@/lib/pick/picks";

type PickFieldProps<Kind extends PickKind> = {
  kind: Kind;
  name: TextPath;
  label: string;
  help?: string;
  className?: string;
  relation?: string;
  /** Fills in what the record says, this field included. */
  onPick: (pick: PickOf[Kind]) => void;
};

/** A field that is picked by typing, or typed freely. */
export function PickField<Kind extends PickKind>({ kind, name, label, help, className, relation, onPick }: PickFieldProps<Kind>) {
  const { control } = useFormContext<FormValues>();
  const {
    field: { ref, value, onChange, onBlur },
  } = useController<FormValues, TextPath>({ control, name });
  return (
    <Field label={label} help={help} error={useFieldError(name)} className={className}>
      <PickInput kind={kind} name={name} value={value} ref={ref} onType={onChange} onBlur={onBlur} onPick={onPick} relation={relation} />
    </Field>
  );
}
