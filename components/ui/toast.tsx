"use client";

import { CircleCheck } from "lucide-react";
import { Toaster as Sonner, toast } from "sonner";

type Undo = { label: string; onClick: () => void };

/** Says that something has been done, with a way back where there is one. Errors that need a person are never toasts. */
export function toastDone(sentence: string, undo?: Undo): void {
  toast(sentence, { icon: <CircleCheck aria-hidden />, action: undo });
}

/** Where toasts appear. Once, in the root layout. */
export function Toaster({ label }: { label: string }) {
  return (
    <Sonner
      position="bottom-right"
      containerAriaLabel={label}
      duration={6000}
      offset={24}
      mobileOffset={16}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast: "flex w-full max-w-104 items-start gap-3 rounded-lg bg-ink px-4 py-3 font-sans text-md text-on-ink shadow-float sm:w-104",
          icon: "mt-0.75",
          content: "flex-1",
          actionButton: "font-medium underline underline-offset-[3px]",
        },
      }}
    />
  );
}
