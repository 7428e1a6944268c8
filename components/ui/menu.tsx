"use client";

import { Slot } from "radix-ui";
import type { ComponentProps, KeyboardEvent, PointerEvent, ReactNode } from "react";
import { latePart } from "@/components/ui/late-part";
import { useLatePress } from "@/components/ui/late-press";
import type { LateMenuChoice, LateMenuItem } from "@/components/ui/late/menu";

const menuPart = latePart(() => import("@/components/ui/late/menu"));

type MenuProps = { trigger: ReactNode; children: ReactNode; align?: "start" | "end" };

/** A menu behind a button. Its children are `MenuItem`s and `MenuSeparator`s. */
export function Menu(props: MenuProps) {
  const { taken, take } = useLatePress(menuPart);
  if (taken) return <taken.part.LateMenu {...props} press={taken.press} />;
  const press = (event: PointerEvent) => {
    if (event.button !== 0 || event.ctrlKey) return;
    event.preventDefault();
    take(event);
  };
  const type = (event: KeyboardEvent) => {
    if (!["Enter", " ", "ArrowDown"].includes(event.key)) return;
    event.preventDefault();
    take(event);
  };
  return (
    <Slot.Root aria-haspopup="menu" aria-expanded={false} data-state="closed" onPointerDown={press} onKeyDown={type}>
      {props.trigger}
    </Slot.Root>
  );
}

// What stands in a menu is drawn only once the menu is there.

export function MenuItem(props: ComponentProps<typeof LateMenuItem>) {
  const menu = menuPart.current();
  return menu && <menu.LateMenuItem {...props} />;
}

export function MenuSeparator() {
  const menu = menuPart.current();
  return menu && <menu.LateMenuSeparator />;
}

export function MenuChoice(props: ComponentProps<typeof LateMenuChoice>) {
  const menu = menuPart.current();
  return menu && <menu.LateMenuChoice {...props} />;
}
