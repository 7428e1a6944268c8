"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";

type SaveBarProps = {
  /** How many fields have been changed; the bar shows only then. */
  changes: number;
  /** The changes in words: "Hour rounding: None → 15 min". */
  summary?: ReactNode;
  onDiscard: () => void;
  saving?: boolean;
  /** Where the save button is not one of a form around it. */
  onSave?: () => void;
};

/** Stays in sight at the foot of a form with unsaved changes and names them. */
export function SaveBar({ changes, summary, onDiscard, saving = false, onSave }: SaveBarProps) {
  const t = useTranslations("ui");
  if (changes === 0 && !saving) return null;
  return (
    <section
      aria-label={t("saveBar.label")}
      className="sticky bottom-4 z-5 flex animate-appear flex-wrap items-center justify-between gap-x-4 gap-y-3 rounded-lg bg-raised py-3 pr-3 pl-5 shadow-float max-sm:bottom-0 max-sm:-mx-4 max-sm:rounded-b-none max-sm:px-4"
    >
      <p aria-live="polite" className="flex-[1_1_20rem] text-sm text-fg-2 max-sm:basis-full">
        <strong className="block text-md font-medium text-fg">{t("saveBar.changes", { count: changes })}</strong>
        {summary}
      </p>
      <div className="flex gap-2 max-sm:w-full max-sm:*:flex-1">
        <Button variant="ghost" disabled={saving} onClick={onDiscard}>
          {t("saveBar.discard")}
        </Button>
        <Button variant="primary" type={onSave ? "button" : "submit"} onClick={onSave} busy={saving && t("saveBar.saving")}>
          {t("saveBar.save")}
        </Button>
      </div>
    </section>
  );
}
