"use client";

import { Tooltip as RadixTooltip } from "radix-ui";
import type { ReactElement, ReactNode } from "react";
import { useHandedOn, type Press } from "@/components/ui/late-press";

/** The words of `ui/tooltip`, once somebody has come near. */
export function LateTooltip({ text, children, press }: { text: ReactNode; children: ReactElement; press: Press }) {
  return (
    <RadixTooltip.Provider delayDuration={300}>
      <RadixTooltip.Root>
        <RadixTooltip.Trigger asChild ref={useHandedOn(press)}>
          {children}
        </RadixTooltip.Trigger>
        <RadixTooltip.Portal>
          <RadixTooltip.Content sideOffset={6} className="z-50 max-w-xs animate-appear rounded-md bg-ink px-2.5 py-1.5 text-sm text-on-ink shadow-float">
            {text}
          </RadixTooltip.Content>
        </RadixTooltip.Portal>
      </RadixTooltip.Root>
    </RadixTooltip.Provider>
  );
}
