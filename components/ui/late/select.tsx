"use client";

import { Check, ChevronDown } from "lucide-react";
import { Select as RadixSelect } from "radix-ui";
import { useFieldControl } from "@/components/ui/field-control";
import { useHandedOn, type Press } from "@/components/ui/late-press";
import { selectLook, type SelectProps } from "@/components/ui/select-look";

/** The choice of `ui/select`, once somebody has pressed it. */
export function LateSelect({ options, placeholder, className, "aria-label": label, press, ...rest }: SelectProps & { press: Press }) {
  const field = useFieldControl();
  const chosen = options.find(({ value }) => value === rest.value)?.label;
  return (
    <RadixSelect.Root {...rest}>
      <RadixSelect.Trigger
        ref={useHandedOn(press)}
        data-control=""
        aria-label={label}
        className={selectLook(className)}
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
