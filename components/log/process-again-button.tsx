"use client";

import { useTranslations } from "next-intl";
import { ActionError } from "@/components/actions/action-error";
import { useServerAction } from "@/components/actions/use-server-action";
import type { LogActions } from "@/components/log/log-actions";
import { Button } from "@/components/ui/button";
import { toastDone } from "@/components/ui/toast";

type ProcessAgainButtonProps = { entryId: string; action: NonNullable<LogActions["processAgain"]>; isFirst: boolean };

/** Has what a vendor told of fetched and written once more. */
export function ProcessAgainButton({ entryId, action, isFirst }: ProcessAgainButtonProps) {
  const t = useTranslations("log.panel");
  const { run, isRunning, error } = useServerAction(action, () => toastDone(t("processed")));
  return (
    <>
      <Button size="sm" variant={isFirst ? "default" : "ghost"} busy={isRunning && t("processing")} onClick={() => run({ entryId })}>
        {t("processAgain")}
      </Button>
      <ActionError error={error} className="basis-full" />
    </>
  );
}
