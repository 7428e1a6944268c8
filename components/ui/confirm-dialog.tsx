"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

type ConfirmDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  /** The effect, in a sentence. */
  description: ReactNode;
  children?: ReactNode;
  /** Says what happens: "Sync and overwrite 12", never "OK". */
  confirmLabel: ReactNode;
  /** The same while it happens. */
  busy?: string | false;
  onConfirm: () => void;
};

/** Asks before something that cannot simply be taken back. The confirmation is ink, not red. */
export function ConfirmDialog({ open, onOpenChange, title, description, children, confirmLabel, busy = false, onConfirm }: ConfirmDialogProps) {
  const t = useTranslations("ui");
  return (
    <Dialog
      serious
      open={open}
      onOpenChange={onOpenChange}
      title={title}
      description={description}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>{t("cancel")}</Button>
          <Button variant="ink" busy={busy} onClick={onConfirm}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
