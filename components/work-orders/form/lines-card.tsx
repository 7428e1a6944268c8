"use client";

import { Package, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCallback, useRef } from "react";
import { useFieldArray, useFormContext } from "react-hook-form";
import { FoldedLine } from "@/components/work-orders/form/folded-line";
import { useFieldError } from "@/components/work-orders/form/form-field";
import { emptyMaterial, emptyPeriod, type FormValues, type LineValues, type PeriodValues } from "@/components/work-orders/form/form-values";
import { LineItem } from "@/components/work-orders/form/line-item";
import { useFoldedLines } from "@/components/work-orders/form/use-folded-lines";
import { Button } from "@/components/ui/button";
import { Card, CardFooter, CardHeader } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Notice } from "@/components/ui/notice";

const isPeriod = (line: LineValues): line is PeriodValues => line.type === "period";

/** Materials and periods in the order in which they are entered; each can be moved and removed. */
export function LinesCard() {
  const t = useTranslations("workOrders.form.lines");
  const { control, getValues, setFocus } = useFormContext<FormValues>();
  const { fields, append, remove, move } = useFieldArray({ control, name: "lines" });
  const error = useFieldError("lines");
  const list = useRef<HTMLOListElement>(null);
  const foot = useRef<HTMLDivElement>(null);
  const { isFolded, open, hasFolded } = useFoldedLines(fields, list);
  const addMaterial = () => append(emptyMaterial(), { focusName: `lines.${fields.length}.code` });
  const addPeriod = () => append(emptyPeriod(getValues("workDate"), getValues("lines").findLast(isPeriod)), { focusName: `lines.${fields.length}.employeeName` });
  const openLine = useCallback(
    ({ id, type }: { id: string; type: LineValues["type"] }, index: number) => {
      open(id);
      // Its fields are there with the next frame.
      requestAnimationFrame(() => setFocus(type === "material" ? `lines.${index}.code` : `lines.${index}.employeeName`));
    },
    [open, setFocus],
  );
  return (
    <Card aria-labelledby="form-lines">
      <CardHeader title={t("title")} titleId="form-lines" description={hasFolded ? t("leadFolded") : t("lead")} />
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
        <ol ref={list} className="mt-4 divide-y divide-line border-t border-line">
          {fields.map((line, index) => (
            <li key={line.id}>
              {isFolded(line.id, index) ? (
                <FoldedLine line={line} index={index} onOpen={openLine} />
              ) : (
                <LineItem
                  type={line.type}
                  index={index}
                  isLast={index === fields.length - 1}
                  onMove={(step) => move(index, index + step)}
                  onRemove={() => {
                    remove(index);
                    foot.current?.querySelector("button")?.focus();
                  }}
                />
              )}
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
