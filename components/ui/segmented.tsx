"use client";

import { RadioGroup } from "radix-ui";
import { useFieldGroup } from "@/components/ui/field-control";

type SegmentedProps = {
  options: readonly { value: string; label: string }[];
  value?: string;
  defaultValue?: string;
  onValueChange?: (value: string) => void;
  name?: string;
  disabled?: boolean;
  "aria-label"?: string;
};

/** One of two to four short choices, all in sight. */
export function Segmented({ options, ...rest }: SegmentedProps) {
  return (
    <RadioGroup.Root
      orientation="horizontal"
      className="grid auto-cols-fr grid-flow-col rounded-md bg-sunken p-0.5 shadow-edge"
      {...useFieldGroup()}
      {...rest}
    >
      {options.map((option) => (
        <RadioGroup.Item
          key={option.value}
          value={option.value}
          className="h-[calc(var(--control-h)-6px)] cursor-pointer rounded-sm px-2 text-sm whitespace-nowrap text-fg-2 data-[state=checked]:bg-segment data-[state=checked]:font-medium data-[state=checked]:text-fg data-[state=checked]:shadow-segment"
        >
          {option.label}
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  );
}
