"use client";

import { useState, type ReactNode } from "react";
import { latePart, useLatePart } from "@/components/ui/late-part";
import type { DialogProps } from "@/components/ui/late/dialog";

const dialogPart = latePart(() => import("@/components/ui/late/dialog"));

/** A sheet above the page. Focus moves in and comes back; Escape closes. */
export function Dialog(props: DialogProps) {
  const [isOpen, setIsOpen] = useState(false);
  const [opened, setOpened] = useState<{ by: HTMLElement | null } | null>(null);
  if (props.open !== isOpen) {
    setIsOpen(props.open);
    if (props.open) setOpened({ by: findOpener() });
  }
  const dialog = useLatePart(dialogPart, props.open);
  return dialog && opened ? <dialog.LateDialog {...props} opener={opened.by} /> : null;
}

/** What has the focus before the dialog takes it; of the item of a menu, which goes with it, the button of the menu. */
function findOpener(): HTMLElement | null {
  if (typeof document === "undefined") return null;
  const focused = document.activeElement;
  const menu = focused?.closest("[role=menu]");
  const opener = menu ? document.getElementById(menu.getAttribute("aria-labelledby") ?? "") : focused;
  return opener instanceof HTMLElement ? opener : null;
}

/** The body of a dialog when it is text or fields; tables go to the edges and do without. */
export function DialogBody({ children }: { children: ReactNode }) {
  return <div className="px-4 pt-4 pb-6 sm:px-6">{children}</div>;
}
