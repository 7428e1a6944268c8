"use client";

import { useId, type FormEvent, type ReactNode } from "react";
import { ActionError } from "@/components/actions/action-error";
import { Button } from "@/components/ui/button";
import { Dialog, DialogBody } from "@/components/ui/dialog";
import type { PublicError } from "@/lib/actions/public-error";

type FormDialogProps = {
  onClose: () => void;
  title: ReactNode;
  description: ReactNode;
  submitLabel: ReactNode;
  /** The same while it happens. */
  busy: string | false;
  error: PublicError | null;
  onSubmit: () => void;
  /** The fields' own problems are said beside them, not by the browser. */
  noValidate?: boolean;
  /** The fields. */
  children: ReactNode;
};

/** A short form in a dialog that ends in a server action. */
export function FormDialog({ onClose, title, description, submitLabel, busy, error, onSubmit, noValidate = false, children }: FormDialogProps) {
  const form = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={title}
      description={description}
      footer={
        <Button type="submit" form={form} variant="primary" busy={busy}>
          {submitLabel}
        </Button>
      }
    >
      <DialogBody>
        <form id={form} noValidate={noValidate} onSubmit={submit} className="grid gap-5">
          <ActionError error={error} />
          {children}
        </form>
      </DialogBody>
    </Dialog>
  );
}
