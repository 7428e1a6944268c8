"use client";

import { Eye, EyeOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState, type ComponentProps } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";

/** A password or key: what is typed can be looked at, what is stored never comes back. */
export function SecretInput({ autoComplete = "new-password", ...rest }: Omit<ComponentProps<typeof Input>, "type">) {
  const [shown, setShown] = useState(false);
  const t = useTranslations("ui");
  const Icon = shown ? EyeOff : Eye;
  return (
    <div className="relative">
      <Input type={shown ? "text" : "password"} autoComplete={autoComplete} spellCheck={false} className="pr-11" {...rest} />
      <Button
        variant="ghost"
        size="icon"
        className="absolute inset-y-0 right-1 my-auto"
        aria-label={shown ? t("secret.hide") : t("secret.show")}
        aria-pressed={shown}
        onClick={() => setShown(!shown)}
      >
        <Icon aria-hidden />
      </Button>
    </div>
  );
}
