"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionError } from "@/components/actions/action-error";
import { useServerAction } from "@/components/actions/use-server-action";
import type { RunActions } from "@/components/runs/run-actions";
import { Button } from "@/components/ui/button";
import { Dialog, DialogBody } from "@/components/ui/dialog";
import { toastDone } from "@/components/ui/toast";

/** Cancels a sync, after saying what that means. */
export function CancelRunButton({ runId, isStopping, cancel, onCancelled }: { runId: string; isStopping: boolean; cancel: RunActions["cancel"]; onCancelled: () => void }) {
  const t = useTranslations("runs.cancel");
  const [isAsking, setIsAsking] = useState(false);
  const { run, isRunning, error } = useServerAction(cancel, () => {
    setIsAsking(false);
    toastDone(t("done"));
    onCancelled();
  });
  return (
    <>
      <Button size="sm" busy={isStopping && t("busy")} onClick={() => setIsAsking(true)}>
        {t("cancel")}
      </Button>
      <Dialog
        serious
        open={isAsking}
        onOpenChange={setIsAsking}
        title={t("title")}
        description={t("lead")}
        footer={
          <>
            <Button onClick={() => setIsAsking(false)}>{t("keep")}</Button>
            <Button variant="ink" busy={isRunning && t("busy")} onClick={() => run({ runId })}>
              {t("confirm")}
            </Button>
          </>
        }
      >
        {error ? (
          <DialogBody>
            <ActionError error={error} />
          </DialogBody>
        ) : null}
      </Dialog>
    </>
  );
}
