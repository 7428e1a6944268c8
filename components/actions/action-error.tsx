"use client";

import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { PublicError } from "@/lib/actions/public-error";

/** An error of an action where the person is: what is so, what to do, and the number for support if it is ours. */
export function ActionError({ error, className }: { error: PublicError | null; className?: string }) {
  const errors = useTranslations("errors");
  const ui = useTranslations("ui");
  if (!error) return null;
  return (
    <Notice tone="alert" title={errors(`${error.code}.message`, error.params)} className={className}>
      <p>{errors(`${error.code}.remedy`, error.params)}</p>
      {error.reference ? <p className="mt-1 font-mono">{ui("error.reference", { reference: error.reference })}</p> : null}
    </Notice>
  );
}
