"use client";

import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState, type ReactNode } from "react";
import { Button } from "@/components/ui/button";

type ErrorStateProps = {
  title: ReactNode;
  children?: ReactNode;
  /** What the person tells support, and what the process log carries. */
  reference?: string;
  onRetry?: () => void;
  /** Further ways out. */
  actions?: ReactNode;
};

/** Something broke: what is so, what to do, and the number support asks for. */
export function ErrorState({ title, children, reference, onRetry, actions }: ErrorStateProps) {
  const t = useTranslations("ui");
  return (
    <div role="alert" className="grid max-w-[52ch] justify-items-start gap-2 px-(--card-x) py-8">
      <TriangleAlert aria-hidden className="mb-1 size-6 stroke-[1.5] text-alert" />
      <h2 className="text-md">{title}</h2>
      {children ? <div className="text-fg-2">{children}</div> : null}
      {reference ? <p className="font-mono text-sm">{t("error.reference", { reference })}</p> : null}
      <div className="mt-3 flex flex-wrap items-center gap-2">
        {onRetry ? (
          <Button variant="primary" onClick={onRetry}>
            {t("error.retry")}
          </Button>
        ) : null}
        {actions}
        {reference ? <CopyReference reference={reference} /> : null}
      </div>
    </div>
  );
}

function CopyReference({ reference }: { reference: string }) {
  const [state, setState] = useState<"idle" | "copied" | "refused">("idle");
  const t = useTranslations("ui");
  const copy = () => navigator.clipboard.writeText(reference).then(() => setState("copied"), () => setState("refused"));
  return (
    <>
      <Button variant="ghost" onClick={copy}>
        {t("error.copy")}
      </Button>
      <span role="status" className="text-sm text-fg-2">
        {state === "idle" ? null : t(`error.${state}`)}
      </span>
    </>
  );
}
