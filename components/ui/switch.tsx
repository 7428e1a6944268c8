"use client";

import { Switch as RadixSwitch } from "radix-ui";
import type { ComponentProps } from "react";
import { classNames } from "@/components/ui/class-names";
import { useFieldControl } from "@/components/ui/field-control";

/** Off is grey, on is blue, and the knob moves. Takes `checked` and `onCheckedChange`. */
export function Switch({ className, ...rest }: ComponentProps<typeof RadixSwitch.Root>) {
  return (
    <RadixSwitch.Root
      className={classNames(
        "relative inline-flex h-5 w-8.5 flex-none cursor-pointer items-center rounded-full bg-switch-off p-0.5 transition-colors duration-(--slow) after:absolute after:-inset-3 after:content-[''] data-[state=checked]:bg-accent disabled:opacity-60",
        className,
      )}
      {...useFieldControl()}
      {...rest}
    >
      <RadixSwitch.Thumb className="size-4 rounded-full bg-knob shadow-knob transition-transform duration-(--slow) data-[state=checked]:translate-x-3.5" />
    </RadixSwitch.Root>
  );
}
