"use client";

import { useLocale, useTranslations } from "next-intl";
import { useFormContext } from "react-hook-form";
import { NumberField, TextField } from "@/components/work-orders/form/form-field";
import { typedDecimal, type FormValues } from "@/components/work-orders/form/form-values";
import { PickField } from "@/components/work-orders/form/pick-field";
import { decimalMark } from "@/lib/i18n/format-decimal";
import type { MaterialPick } from "@/lib/pick/picks";

/** One material line. Picking a material fills in its name, unit and price. */
export function MaterialFields({ index }: { index: number }) {
  const t = useTranslations("workOrders.form.material");
  const locale = useLocale();
  const { setValue } = useFormContext<FormValues>();
  const pick = ({ code, name, unit, price }: MaterialPick) => {
    const filled = { code, name, unit: unit ?? "", price: typedDecimal(price, decimalMark(locale)) };
    for (const field of ["code", "name", "unit", "price"] as const) setValue(`lines.${index}.${field}`, filled[field], { shouldDirty: true });
  };
  return (
    <div className="grid gap-x-3 gap-y-4 sm:grid-cols-12">
      <PickField kind="materials" name={`lines.${index}.code`} label={t("code")} onPick={pick} className="sm:col-span-4" />
      <TextField name={`lines.${index}.name`} label={t("name")} className="sm:col-span-8" />
      <NumberField name={`lines.${index}.quantity`} label={t("quantity")} className="sm:col-span-2" />
      <TextField name={`lines.${index}.unit`} label={t("unit")} className="sm:col-span-2" />
      <NumberField name={`lines.${index}.price`} label={t("price")} className="sm:col-span-2" />
      <NumberField name={`lines.${index}.discount`} label={t("discount")} className="sm:col-span-2" />
      <NumberField name={`lines.${index}.vatRate`} label={t("vat")} className="sm:col-span-2" />
      <PickField
        kind="warehouses"
        name={`lines.${index}.warehouseCode`}
        label={t("warehouse")}
        onPick={({ code }) => setValue(`lines.${index}.warehouseCode`, code, { shouldDirty: true })}
        className="sm:col-span-2"
      />
    </div>
  );
}
