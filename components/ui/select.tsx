"use client";

import { Check, ChevronDown } from "lucide-react";
import { Select as RadixSelect } from "radix-ui";
import { classNames } from "@/components/ui/class-names";
import { useFieldControl } from "@/components/ui/field-control";
import { controlLook } from "@/components/ui/input";

export type SelectOption = { value: string; label: string; disabled?: boolean };

type SelectProps = {
  options: readonly SelectOption[];
  /** Never the empty string: Radix keeps that for "nothing chosen". */
  value?: string;
  onValueChange?: (value: string) => void;
  placeholder?: string;
  name?: string;
  disabled?: boolean;
  required?: boolean;
  /** Where no field gives it a label. */
  "aria-label"?: string;
  className?: string;
};

/** A choice out of a few. Keys, typing ahead and the popup are those of a native select. */
export function Select({ options, placeholder, className, "aria-label": label, ...rest }: SelectProps) {
  const field = useFieldControl();
  // Left to itself, Radix knows the words only once its script runs: until then the control would stand there empty.
  const chosen = options.find(({ value }) => value === rest.value)?.label;
  return (
    <RadixSelect.Root {...rest}>
      <RadixSelect.Trigger
        data-control=""
        aria-label={label}
        className={classNames(
          controlLook,
          "flex h-(--control-h) cursor-pointer items-center justify-between gap-2 px-3 text-left data-placeholder:text-fg-3 [&>span:first-child]:truncate",
          className,
        )}
        {...field}
      >
        <RadixSelect.Value placeholder={placeholder}>{chosen}</RadixSelect.Value>
        <RadixSelect.Icon asChild>
          <ChevronDown aria-hidden className="text-fg-3" />
        </RadixSelect.Icon>
      </RadixSelect.Trigger>
      <RadixSelect.Portal>
        <RadixSelect.Content
          position="popper"
          sideOffset={4}
          className="z-50 max-h-(--radix-select-content-available-height) min-w-(--radix-select-trigger-width) animate-appear overflow-hidden rounded-lg bg-raised shadow-float"
        >
          <RadixSelect.Viewport className="p-1">
            {options.map((option) => (
              <RadixSelect.Item
                key={option.value}
                value={option.value}
                disabled={option.disabled}
                data-inset-focus=""
                className="flex min-h-8 cursor-pointer items-center justify-between gap-4 rounded-md py-1 pr-2 pl-2.5 select-none data-disabled:text-fg-3 data-highlighted:bg-hover max-sm:min-h-11"
              >
                <RadixSelect.ItemText>{option.label}</RadixSelect.ItemText>
                <RadixSelect.ItemIndicator>
                  <Check aria-hidden className="text-accent-text" />
                </RadixSelect.ItemIndicator>
              </RadixSelect.Item>
            ))}
          </RadixSelect.Viewport>
        </RadixSelect.Content>
      </RadixSelect.Portal>
    </RadixSelect.Root>
  );
}
