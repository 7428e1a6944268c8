import { classNames } from "@/components/ui/class-names";
import { controlLook } from "@/components/ui/input";

export type SelectOption = { value: string; label: string; disabled?: boolean };

export type SelectProps = {
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

export function selectLook(className: string | undefined): string {
  return classNames(controlLook, "flex h-(--control-h) cursor-pointer items-center justify-between gap-2 px-3 text-left data-placeholder:text-fg-3 [&>span:first-child]:truncate", className);
}
