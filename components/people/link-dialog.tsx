"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Dialog, DialogBody } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

export type OneTimeLink = { name: string; email: string; address: string };

/** Shows a one-time link, this once. Serious, because a click beside it would lose the link. */
export function LinkDialog({ link, onClose }: { link: OneTimeLink | null; onClose: () => void }) {
  const t = useTranslations("users.link");
  if (!link) return null;
  return (
    <Dialog
      serious
      open
      onOpenChange={onClose}
      title={t("title", { name: link.name })}
      description={t("lead", { email: link.email })}
      footer={
        <Button variant="ink" onClick={onClose}>
          {t("done")}
        </Button>
      }
    >
      <DialogBody>
        <div className="grid gap-3">
          <Field label={t("label")}>
            <Input readOnly value={link.address} className="font-mono text-sm" onFocus={(event) => event.currentTarget.select()} />
          </Field>
          <CopyButton text={link.address} label={t("copy")} />
        </div>
      </DialogBody>
    </Dialog>
  );
}
