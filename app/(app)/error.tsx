"use client";

import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { ErrorState } from "@/components/ui/error-state";

/** What is thrown on the server arrives as an Error with Next's digest, under which the process log has it. */
export default function PageError({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useTranslations("shell");
  const reference = error instanceof Error && "digest" in error && typeof error.digest === "string" ? error.digest : undefined;
  return (
    <Card>
      <ErrorState title={t("error.title")} reference={reference} onRetry={retry}>
        {reference ? t("error.body") : t("error.bodyWithoutNumber")}
      </ErrorState>
    </Card>
  );
}
