"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useServerAction, type ServerAction } from "@/components/actions/use-server-action";
import { Button } from "@/components/ui/button";
import { ConfirmActionDialog } from "@/components/actions/confirm-action-dialog";
import { toastDone } from "@/components/ui/toast";

export type RevokeAction = ServerAction<{ keyId: string }, { outcome: "revoked" }>;

/** Takes a key out of use, after a dialog that names the effect. */
export function RevokeKey({ keyId, name, action }: { keyId: string; name: string; action: RevokeAction }) {
  const t = useTranslations("apiKeys.revoke");
  const [isAsking, setIsAsking] = useState(false);
  const { run, isRunning, error } = useServerAction(action, () => {
    toastDone(t("done", { name }));
    setIsAsking(false);
  });
  return (
    <>
      <Button size="sm" aria-label={t("label", { name })} onClick={() => setIsAsking(true)}>
        {t("button")}
      </Button>
      <ConfirmActionDialog
        open={isAsking}
        onOpenChange={setIsAsking}
        title={t("title", { name })}
        description={t("lead")}
        confirmLabel={t("submit")}
        busy={isRunning && t("busy")}
        onConfirm={() => run({ keyId })}
        error={error}
      />
    </>
  );
}
