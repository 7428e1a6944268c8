"use client";

import { ArrowDown, ArrowUp, Clock, Package, Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { useFieldArray, useFormContext } from "react-hook-form";
import { useFieldError } from "@/components/work-orders/form/form-field";
import { emptyMaterial, emptyPeriod, type FormValues, type LineValues, type PeriodValues } from "@/components/work-orders/form/form-values";
import { MaterialFields } from "@/components/work-orders/form/material-fields";
import { PeriodFields } from "@/components/work-orders/form/period-fields";
import { Button } from "@/components/ui/button";
import { Card, CardFooter, CardHeader } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Notice } from "@/components/ui/notice";

const isPeriod = (line: LineValues): line is PeriodValues => line.type === "period";

/** Materials and periods in the order in which they are entered; each can be moved and removed. */
export function LinesCard() {
  const t = useTranslations("workOrders.form.lines");
  const { control, getValues } = useFormContext<FormValues>();
  const { fields, append, remove, move } = useFieldArray({ control, name: "lines" });
  const error = useFieldError("lines");
  const foot = useRef<HTMLDivElement>(null);
  const addMaterial = () => append(emptyMaterial(), { focusName: `lines.${fields.length}.code` });
  const addPeriod = () => append(emptyPeriod(getValues("workDate"), getValues("lines").findLast(isPeriod)), { focusName: `lines.${fields.length}.employeeName` });
  return (
    <Card aria-labelledby="form-lines">
      <CardHeader title={t("title")} titleId="form-lines" description={t("lead")} />
      {error ? (
        <Notice tone="alert" className="mx-(--card-x) mt-4">
          {error}
        </Notice>
      ) : null}
      {fields.length === 0 ? (
        <Empty icon={Package} title={t("none")}>
          {t("noneText")}
        </Empty>
      ) : (
        <ol className="mt-4 divide-y divide-line border-t border-line">
          {fields.map((line, index) => (
            <li key={line.id}>
              <fieldset className="px-(--card-x) py-5">
                <legend className="sr-only">{t(`legend.${line.type}`, { number: index + 1 })}</legend>
                <div className="mb-3 flex items-center justify-between gap-4">
                  <p aria-hidden className="flex items-center gap-2 text-sm font-medium text-fg-2">
                    {line.type === "material" ? <Package /> : <Clock />}
                    {t(`legend.${line.type}`, { number: index + 1 })}
                  </p>
                  <div className="flex gap-1">
                    <Button variant="ghost" size="icon" aria-label={t("up", { number: index + 1 })} disabled={index === 0} onClick={() => move(index, index - 1)}>
                      <ArrowUp aria-hidden />
                    </Button>
                    <Button variant="ghost" size="icon" aria-label={t("down", { number: index + 1 })} disabled={index === fields.length - 1} onClick={() => move(index, index + 1)}>
                      <ArrowDown aria-hidden />
                    </Button>
                    <Button
                      variant="ghost"
                      size="icon"
                      aria-label={t("remove", { number: index + 1 })}
                      onClick={() => {
                        remove(index);
                        foot.current?.querySelector("button")?.focus();
                      }}
                    >
                      <Trash2 aria-hidden />
                    </Button>
                  </div>
                </div>
                {line.type === "material" ? <MaterialFields index={index} /> : <PeriodFields index={index} />}
              </fieldset>
            </li>
          ))}
        </ol>
      )}
      <CardFooter className="!justify-start">
        <div ref={foot} className="flex flex-wrap gap-2 max-sm:w-full max-sm:*:flex-1">
          <Button onClick={addMaterial}>
            <Plus aria-hidden />
            {t("addMaterial")}
          </Button>
          <Button onClick={addPeriod}>
            <Plus aria-hidden />
            {t("addPeriod")}
          </Button>
        </div>
      </CardFooter>
    </Card>
  );
}
