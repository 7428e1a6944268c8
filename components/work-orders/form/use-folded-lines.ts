"use client";

import { useCallback, useEffect, useState, type RefObject } from "react";
import { useFormContext } from "react-hook-form";
import type { FormValues } from "@/components/work-orders/form/form-values";

/** So many lines are there at once without being a burden for people and browser. */
const shownOpen = 25;

/**
 * The lines of a long work order begin folded; each is opened by a press, or because something in it is wrong. Lines that are added
 * are open. After a save that was refused the first wrong field has the focus, also where its line has only just been opened.
 */
export function useFoldedLines(lines: readonly { id: string }[], card: RefObject<HTMLElement | null>) {
  const {
    formState: { errors, submitCount },
  } = useFormContext<FormValues>();
  const [folded, setFolded] = useState<ReadonlySet<string>>(() => new Set(lines.length > shownOpen ? lines.map(({ id }) => id) : []));
  const isFolded = (id: string, index: number) => folded.has(id) && !errors.lines?.[index];
  const open = useCallback((id: string) => setFolded((before) => new Set([...before].filter((one) => one !== id))), []);
  useEffect(() => {
    if (submitCount === 0 || document.activeElement?.getAttribute("aria-invalid") === "true") return;
    card.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [submitCount, card]);
  return { isFolded, open, hasFolded: folded.size > 0 };
}
