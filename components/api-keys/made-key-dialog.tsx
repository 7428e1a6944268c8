"use client";

import { useTranslations } from "next-intl";
import { CopyButton } from "@/components/ui/copy-button";
import { Button } from "@/components/ui/button";
import { Dialog, DialogBody } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

export type MadeKey = { name: string; token: string };

/** Shows a key, this once. Serious, because a click beside it would lose the key. */
export function MadeKeyDialog({ made, onClose }: { made: MadeKey | null; onClose: () => void }) {
  const t = useTranslations("apiKeys");
  if (!made) return null;
  return (
    <Dialog
      serious
      open
      onOpenChange={onClose}
      title={t("made.title", { name: made.name })}
      description={t("made.lead")}
      footer={
        <Button variant="ink" onClick={onClose}>
          {t("made.done")}
        </Button>
      }
    >
      <DialogBody>
        <div className="grid gap-3">
          <Field label={t("made.label")}>
            <Input readOnly value={made.token} className="font-mono text-sm" onFocus={(event) => event.currentTarget.select()} />
          </Field>
          <CopyButton text={made.token} label={t("copy.key")} />
        </div>
      </DialogBody>
    </Dialog>
  );
}
