"use client";

import { useTranslations } from "next-intl";
import { useFormContext, useWatch } from "react-hook-form";
import { readClock, readDuration, writeDuration } from "@/components/work-orders/clock-time";
import type { FormValues } from "@/components/work-orders/form/form-values";
import { periodMinutes } from "@/lib/work-orders/period-minutes";

/** What a period comes to, while one types. */
export function WorkedTime({ index }: { index: number }) {
  const t = useTranslations("workOrders.form.period");
  const { control } = useFormContext<FormValues>();
  const [begin, end, pause, total] = useWatch({ control, name: [`lines.${index}.begin`, `lines.${index}.end`, `lines.${index}.break`, `lines.${index}.total`] });
  const minutes = periodMinutes({ beginMinute: readClock(begin ?? ""), endMinute: readClock(end ?? ""), breakMinutes: readDuration(pause ?? "") ?? 0, totalMinutes: readDuration(total ?? "") });
  return (
    <p className="grid content-start gap-1.5 sm:col-span-2">
      <span className="text-sm text-fg-3">{t("worked")}</span>
      <output className="flex h-(--control-h) items-center font-medium tabular-nums">{minutes === null ? "–" : writeDuration(minutes)}</output>
    </p>
  );
}
