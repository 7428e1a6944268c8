"use client";

import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
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
        <Field label={t("label")}>
          <Input readOnly value={link.address} className="font-mono text-sm" onFocus={(event) => event.currentTarget.select()} />
        </Field>
        <CopyLink address={link.address} />
      </DialogBody>
    </Dialog>
  );
}

function CopyLink({ address }: { address: string }) {
  const [isCopied, setIsCopied] = useState(false);
  const t = useTranslations("users.link");
  // A browser that refuses still shows the address to copy by hand.
  const copy = () => navigator.clipboard.writeText(address).then(() => setIsCopied(true), () => setIsCopied(false));
  return (
    <div className="mt-3 flex items-center gap-3">
      <Button onClick={copy}>
        {isCopied ? <Check aria-hidden /> : <Copy aria-hidden />}
        {t("copy")}
      </Button>
      <span role="status" className="text-sm text-fg-2">
        {isCopied ? t("copied") : null}
      </span>
    </div>
  );
}
