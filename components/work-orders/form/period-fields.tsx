"use client";

import { useTranslations } from "next-intl";
import { useController, useFormContext } from "react-hook-form";
import { NumberField, TextField } from "@/components/work-orders/form/form-field";
import type { FormValues } from "@/components/work-orders/form/form-values";
import { PickField } from "@/components/work-orders/form/pick-field";
import { WorkedTime } from "@/components/work-orders/form/worked-time";
import { Field } from "@/components/ui/field";
import { Switch } from "@/components/ui/switch";

/** One work period: begin and end, or the total alone. */
export function PeriodFields({ index }: { index: number }) {
  const t = useTranslations("workOrders.form.period");
  const { control, setValue } = useFormContext<FormValues>();
  const { field: travel } = useController({ control, name: `lines.${index}.isTravel` });
  const set = (field: "hourTypeCode" | "employeeCode" | "employeeName", value: string) => setValue(`lines.${index}.${field}`, value, { shouldDirty: true });
  return (
    <div className="grid gap-x-3 gap-y-4 sm:grid-cols-12">
      <PickField
        kind="employees"
        name={`lines.${index}.employeeName`}
        label={t("employee")}
        onPick={({ code, name }) => {
          set("employeeCode", code);
          set("employeeName", name);
        }}
        className="sm:col-span-5"
      />
      <PickField kind="hourTypes" name={`lines.${index}.hourTypeCode`} label={t("hourType")} onPick={({ code }) => set("hourTypeCode", code)} className="sm:col-span-4" />
      <TextField name={`lines.${index}.date`} label={t("date")} type="date" className="sm:col-span-3" />
      <NumberField name={`lines.${index}.begin`} label={t("begin")} placeholder="08:00" inputMode="text" className="sm:col-span-2" />
      <NumberField name={`lines.${index}.end`} label={t("end")} placeholder="16:30" inputMode="text" className="sm:col-span-2" />
      <NumberField name={`lines.${index}.break`} label={t("break")} placeholder="0:30" inputMode="text" className="sm:col-span-2" />
      <NumberField name={`lines.${index}.total`} label={t("total")} inputMode="text" className="sm:col-span-2" />
      <WorkedTime index={index} />
      <Field label={t("travel")} className="sm:col-span-2">
        <span className="flex h-(--control-h) items-center">
          <Switch checked={travel.value === true} onCheckedChange={travel.onChange} onBlur={travel.onBlur} />
        </span>
      </Field>
      <TextField name={`lines.${index}.remark`} label={t("remark")} className="sm:col-span-12" />
    </div>
  );
}
