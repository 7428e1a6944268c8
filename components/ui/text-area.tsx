"use client";

import type { ComponentProps } from "react";
import { classNames } from "@/components/ui/class-names";
import { useFieldControl } from "@/components/ui/field-control";
import { controlLook } from "@/components/ui/input";

/** Text of several lines. It grows with what is in it, where the browser can. */
export function TextArea({ className, rows = 3, ...rest }: ComponentProps<"textarea">) {
  return <textarea data-control="" rows={rows} className={classNames(controlLook, "block field-sizing-content max-h-96 px-3 py-2", className)} {...useFieldControl()} {...rest} />;
}
