"use client";

import { CircleCheck } from "lucide-react";
import { useEffect } from "react";
import { Toaster as Sonner, toast } from "sonner";
import { takeToasts } from "@/components/ui/toast-queue";

/** The place of `ui/toast`, where those that wait appear. `waiting`: how many. */
export function LateToaster({ label, waiting }: { label: string; waiting: number }) {
  useEffect(() => {
    if (waiting === 0) return;
    for (const { sentence, undo } of takeToasts()) toast(sentence, { icon: <CircleCheck aria-hidden />, action: undo });
  }, [waiting]);
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
