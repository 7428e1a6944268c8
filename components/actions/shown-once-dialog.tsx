"use client";

import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Dialog, DialogBody } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

type ShownOnceDialogProps = {
  title: ReactNode;
  /** That it is shown this once, and what to do with it. */
  description: ReactNode;
  label: string;
  value: string;
  copyLabel: string;
  doneLabel: string;
  onClose: () => void;
};

/** Shows a secret, this once. Serious, because a click beside it would lose the secret. */
export function ShownOnceDialog({ title, description, label, value, copyLabel, doneLabel, onClose }: ShownOnceDialogProps) {
  return (
    <Dialog
      serious
      open
      onOpenChange={onClose}
      title={title}
      description={description}
      footer={
        <Button variant="ink" onClick={onClose}>
          {doneLabel}
        </Button>
      }
    >
      <DialogBody>
        <div className="grid gap-3">
          <Field label={label}>
            <Input readOnly value={value} className="font-mono text-sm" onFocus={(event) => event.currentTarget.select()} />
          </Field>
          <CopyButton text={value} label={copyLabel} />
        </div>
      </DialogBody>
    </Dialog>
  );
}
