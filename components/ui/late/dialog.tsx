"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Dialog as RadixDialog } from "radix-ui";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";

export type DialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  /** What is between the sentence and the buttons; it scrolls when it is long. */
  children?: ReactNode;
  /** Buttons, the way back first. */
  footer?: ReactNode;
  /** A decision: no cross, no closing by a click beside it; Escape means no. */
  serious?: boolean;
};

/** The sheet of `ui/dialog`. `opener`: what gets the focus back. */
export function LateDialog({ opener, open, onOpenChange, title, description, children, footer, serious = false }: DialogProps & { opener: HTMLElement | null }) {
  const t = useTranslations("ui");
  return (
    <RadixDialog.Root open={open} onOpenChange={onOpenChange}>
      <RadixDialog.Portal>
        <RadixDialog.Overlay className="fixed inset-0 z-40 grid grid-cols-[minmax(0,36rem)] items-center justify-center overflow-y-auto bg-scrim px-3 py-10">
          <RadixDialog.Content
            role={serious ? "alertdialog" : "dialog"}
            {...(description ? {} : { "aria-describedby": undefined })}
            onCloseAutoFocus={(event) => {
              // There is no trigger here that it could give the focus back to by itself.
              event.preventDefault();
              opener?.focus({ preventScroll: true });
            }}
            onInteractOutside={(event) => {
              if (serious) event.preventDefault();
            }}
            className="relative flex max-h-full min-h-0 animate-appear flex-col rounded-xl bg-raised shadow-modal"
          >
            <header className={classNames("px-4 pt-6 sm:px-6", !serious && "pr-14 sm:pr-14", !children && "pb-6")}>
              <RadixDialog.Title className="text-xl tracking-tight">{title}</RadixDialog.Title>
              {description ? <RadixDialog.Description className="mt-2 text-fg-2">{description}</RadixDialog.Description> : null}
            </header>
            {children}
            {footer ? (
              <footer className="flex flex-wrap justify-end gap-2 border-t border-line px-4 py-4 max-sm:*:flex-1 sm:px-6">{footer}</footer>
            ) : null}
            {serious ? null : (
              <RadixDialog.Close asChild>
                <Button variant="ghost" size="icon" aria-label={t("close")} className="absolute top-5 right-4">
                  <X aria-hidden />
                </Button>
              </RadixDialog.Close>
            )}
          </RadixDialog.Content>
        </RadixDialog.Overlay>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  );
}
