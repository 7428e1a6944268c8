"use client";

import { useId, type ComponentProps } from "react";
import { useFieldGroup } from "@/components/ui/field-control";

type RadioCardsProps = Omit<ComponentProps<"input">, "type" | "value" | "defaultValue"> & {
  options: readonly { value: string; label: string; help: string | null }[];
  /** What is chosen before the page has come to life. */
  defaultValue?: string;
};

/** One of two or three, each with a sentence about what it means. Native, so that it works in a form before any script does. */
export function RadioCards({ options, defaultValue, "aria-invalid": isInvalid, ...rest }: RadioCardsProps) {
  const id = useId();
  return (
    <div role="radiogroup" aria-invalid={isInvalid} className="grid gap-2 sm:auto-cols-fr sm:grid-flow-col" {...useFieldGroup()}>
      {options.map(({ value, label, help }) => (
        <label
          key={value}
          className="grid cursor-pointer grid-cols-[auto_minmax(0,1fr)] content-start gap-x-2.5 rounded-md border border-control bg-surface px-3 py-2.5 transition-colors hover:border-fg-3 has-checked:border-accent has-checked:bg-accent-soft"
        >
          <input type="radio" value={value} defaultChecked={value === defaultValue} aria-describedby={help ? `${id}-${value}` : undefined} className="mt-1 size-4 accent-accent" {...rest} />
          <span className="font-medium">{label}</span>
          {help ? (
            <span id={`${id}-${value}`} className="col-start-2 text-sm text-fg-2">
              {help}
            </span>
          ) : null}
        </label>
      ))}
    </div>
  );
}
