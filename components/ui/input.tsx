"use client";

import type { ComponentProps } from "react";
import { classNames } from "@/components/ui/class-names";
import { useFieldControl } from "@/components/ui/field-control";

/** The look of everything one types into; 16 px on phones, where a smaller one makes the browser zoom. */
export const controlLook =
  "w-full min-w-0 rounded-md border border-control bg-surface text-fg transition-colors placeholder:text-fg-3 placeholder:opacity-100 hover:border-fg-3 disabled:bg-sunken disabled:text-fg-3 aria-invalid:border-alert aria-invalid:shadow-invalid max-sm:text-[1rem]";

type InputProps = ComponentProps<"input"> & {
  /** Numbers that line up. */
  numeric?: boolean;
};

export function Input({ className, numeric = false, type = "text", ...rest }: InputProps) {
  return (
    <input
      data-control=""
      // "dd/mm/yyyy" is as quiet as any other placeholder; a date field has no selector for that.
      data-empty={type === "date" && (rest.value ?? rest.defaultValue) === "" ? "" : undefined}
      type={type}
      className={classNames(controlLook, "h-(--control-h) px-3", numeric && "tabular-nums", className)}
      {...useFieldControl()}
      {...rest}
    />
  );
}
