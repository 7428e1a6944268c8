"use client";

import type { ReactNode } from "react";
import { ActionError } from "@/components/actions/action-error";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { DialogBody } from "@/components/ui/dialog";
import type { PublicError } from "@/lib/actions/public-error";

type ConfirmActionDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  /** The effect, in a sentence. */
  description: ReactNode;
  confirmLabel: ReactNode;
  /** The same while it happens. */
  busy: string | false;
  /** What went wrong at the last try. */
  error: PublicError | null;
  /** Shown where the error would be: why it was not done, although nothing went wrong. */
  refusal?: ReactNode;
  onConfirm: () => void;
};

/** Asks before a server action that cannot simply be taken back, and says in its place what became of it if it was not done. */
export function ConfirmActionDialog({ error, refusal = null, ...question }: ConfirmActionDialogProps) {
  return (
    <ConfirmDialog {...question}>
      {error || refusal ? (
        <DialogBody>
          <ActionError error={error} />
          {error ? null : refusal}
        </DialogBody>
      ) : null}
    </ConfirmDialog>
  );
}
