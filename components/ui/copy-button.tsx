"use client";

import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";

/** Copies a text. A browser that refuses still shows it, to be copied by hand. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const [isCopied, setIsCopied] = useState(false);
  const t = useTranslations("ui");
  const copy = () => navigator.clipboard.writeText(text).then(() => setIsCopied(true), () => setIsCopied(false));
  return (
    <div className="flex items-center gap-3">
      <Button onClick={copy}>
        {isCopied ? <Check aria-hidden /> : <Copy aria-hidden />}
        {label}
      </Button>
      <span role="status" className="text-sm text-fg-2">
        {isCopied ? t("copied") : null}
      </span>
    </div>
  );
}
