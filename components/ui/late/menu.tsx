"use client";

import { Check, type LucideIcon } from "lucide-react";
import { DropdownMenu } from "radix-ui";
import type { ComponentProps, ReactNode } from "react";
import { useHandedOn, type Press } from "@/components/ui/late-press";

const item =
  "flex min-h-8 w-full cursor-pointer items-center gap-2.5 rounded-md px-2.5 py-1 text-left text-fg no-underline select-none data-disabled:text-fg-3 data-highlighted:bg-hover max-sm:min-h-11";

type LateMenuProps = { trigger: ReactNode; children: ReactNode; align?: "start" | "end"; press: Press };

/** The menu of `ui/menu`, once somebody has pressed its button. */
export function LateMenu({ trigger, children, align = "start", press }: LateMenuProps) {
  return (
    // Not modal: that would hide the page from screen readers while its links can still be reached.
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild ref={useHandedOn(press)}>
        {trigger}
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content align={align} sideOffset={6} collisionPadding={12} className="z-50 min-w-56 animate-appear rounded-lg bg-raised p-1 shadow-float">
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

export function LateMenuItem(props: ComponentProps<typeof DropdownMenu.Item>) {
  return <DropdownMenu.Item data-inset-focus="" className={item} {...props} />;
}

export function LateMenuSeparator() {
  return <DropdownMenu.Separator className="mx-2.5 my-1 h-px bg-line" />;
}

type MenuChoiceProps = { label: string; value: string; onValueChange: (value: string) => void; options: readonly { value: string; label: string; icon: LucideIcon }[] };

/** One of a few, within a menu: the chosen one has a tick. Choosing leaves the menu open, so that the effect can be seen. */
export function LateMenuChoice({ label, options, ...rest }: MenuChoiceProps) {
  return (
    <DropdownMenu.RadioGroup aria-label={label} {...rest}>
      <DropdownMenu.Label className="px-2.5 pt-1.5 pb-1 text-xs text-fg-3">{label}</DropdownMenu.Label>
      {options.map(({ value, label: name, icon: Icon }) => (
        <DropdownMenu.RadioItem key={value} value={value} data-inset-focus="" className={item} onSelect={(event) => event.preventDefault()}>
          <Icon aria-hidden />
          {name}
          <DropdownMenu.ItemIndicator className="ml-auto">
            <Check aria-hidden className="text-accent-text" />
          </DropdownMenu.ItemIndicator>
        </DropdownMenu.RadioItem>
      ))}
    </DropdownMenu.RadioGroup>
  );
}
