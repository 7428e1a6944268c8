"use client";

import { ChevronDown } from "lucide-react";
import type { KeyboardEvent, PointerEvent } from "react";
import { useFieldControl } from "@/components/ui/field-control";
import { latePart } from "@/components/ui/late-part";
import { useLatePress } from "@/components/ui/late-press";
import { selectLook, type SelectOption, type SelectProps } from "@/components/ui/select-look";

export type { SelectOption };

const selectPart = latePart(() => import("@/components/ui/late/select"));

/** Keys that open it; a letter goes to the option that begins with it. */
const isForSelect = ({ key, ctrlKey, altKey, metaKey }: KeyboardEvent) => ["Enter", "ArrowUp", "ArrowDown"].includes(key) || (key.length === 1 && !ctrlKey && !altKey && !metaKey);

/** A choice out of a few. Keys, typing ahead and the popup are those of a native select. */
export function Select(props: SelectProps) {
  const { taken, take } = useLatePress(selectPart);
  const field = useFieldControl();
  if (taken) return <taken.part.LateSelect {...props} press={taken.press} />;
  const { options, value, placeholder, className, disabled, required, "aria-label": label } = props;
  const chosen = options.find((option) => option.value === value)?.label;
  const press = (event: PointerEvent) => {
    if (event.button !== 0 || event.ctrlKey || event.pointerType !== "mouse") return;
    event.preventDefault();
    take(event);
  };
  const type = (event: KeyboardEvent) => {
    if (!isForSelect(event)) return;
    event.preventDefault();
    take(event);
  };
  return (
    <button
      type="button"
      role="combobox"
      aria-expanded={false}
      aria-required={required}
      aria-autocomplete="none"
      aria-controls={undefined}
      aria-label={label}
      data-state="closed"
      data-control=""
      data-placeholder={value === undefined || value === "" ? "" : undefined}
      disabled={disabled}
      className={selectLook(className)}
      onPointerDown={press}
      onKeyDown={type}
      onClick={take}
      {...field}
    >
      <span className="pointer-events-none">{value === undefined || value === "" ? placeholder : chosen}</span>
      <ChevronDown aria-hidden className="text-fg-3" />
    </button>
  );
}
