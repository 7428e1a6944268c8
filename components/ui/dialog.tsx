"use client";

import { useState, type ReactNode } from "react";
import { latePart, useLatePart } from "@/components/ui/late-part";
import type { DialogProps } from "@/components/ui/late/dialog";

const dialogPart = latePart(() => import("@/components/ui/late/dialog"));

/** A sheet above the page. Focus moves in and comes back; Escape closes. */
export function Dialog(props: DialogProps) {
  const [wasOpen, setWasOpen] = useState(props.open);
  if (props.open && !wasOpen) setWasOpen(true);
  const dialog = useLatePart(dialogPart, props.open);
  return dialog && wasOpen ? <dialog.LateDialog {...props} /> : null;
}

/** The body of a dialog when it is text or fields; tables go to the edges and do without. */
export function DialogBody({ children }: { children: ReactNode }) {
  return <div className="px-4 pt-4 pb-6 sm:px-6">{children}</div>;
}
