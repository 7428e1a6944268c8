"use client";

import { useSyncExternalStore } from "react";
import { latePart, useLatePart } from "@/components/ui/late-part";
import { countToasts, queueToast, subscribeToToasts, type Toast } from "@/components/ui/toast-queue";

const toasterPart = latePart(() => import("@/components/ui/late/toaster"));

/** Says that something has been done, with a way back where there is one. Errors that need a person are never toasts. */
export function toastDone(sentence: string, undo?: Toast["undo"]): void {
  queueToast({ sentence, undo });
}

/** Where toasts appear. Once, in the root layout. */
export function Toaster({ label }: { label: string }) {
  const waiting = useSyncExternalStore(subscribeToToasts, countToasts, () => 0);
  const toaster = useLatePart(toasterPart, waiting > 0);
  return toaster && <toaster.LateToaster label={label} waiting={waiting} />;
}
