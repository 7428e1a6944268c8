"use client";

import { Slot } from "radix-ui";
import type { ReactElement, ReactNode } from "react";
import { latePart } from "@/components/ui/late-part";
import { useLatePress } from "@/components/ui/late-press";

const tooltipPart = latePart(() => import("@/components/ui/late/tooltip"));

/** A few words on hover and focus. The child must be able to take focus, or the words must stand elsewhere too. */
export function Tooltip(props: { text: ReactNode; children: ReactElement }) {
  const { taken, take } = useLatePress(tooltipPart);
  if (taken) return <taken.part.LateTooltip {...props} press={taken.press} />;
  return (
    <Slot.Root onPointerEnter={take} onFocus={take}>
      {props.children}
    </Slot.Root>
  );
}
