"use client";

import { Power } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionError } from "@/components/actions/action-error";
import { useServerAction } from "@/components/actions/use-server-action";
import type { SettingsActions, VendorView } from "@/components/settings/vendor-view";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { DialogBody } from "@/components/ui/dialog";
import { toastDone } from "@/components/ui/toast";
import { Tooltip } from "@/components/ui/tooltip";

/** The power icon: cuts the link with the vendor, after saying what stays and what goes. */
export function DisconnectButton({ vendor, action, onDisconnected }: { vendor: VendorView; action: SettingsActions["disconnect"]; onDisconnected: () => void }) {
  const t = useTranslations("settings.disconnect");
  const panel = useTranslations("log.panel");
  const [isAsking, setIsAsking] = useState(false);
  const { run, isRunning, error } = useServerAction(action, () => {
    setIsAsking(false);
    toastDone(t("done", { vendor: vendor.name }));
    onDisconnected();
  });
  const label = panel("disconnect", { vendor: vendor.name });
  return (
    <>
      <Tooltip text={label}>
        <Button variant="ghost" size="icon" aria-label={label} onClick={() => setIsAsking(true)}>
          <Power aria-hidden />
        </Button>
      </Tooltip>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setIsAsking}
        title={t("title", { vendor: vendor.name })}
        description={t("lead")}
        confirmLabel={t("confirm")}
        busy={isRunning && t("busy")}
        onConfirm={() => run({ vendor: vendor.id })}
      >
        <DialogBody>
          <ActionError error={error} className="mb-4" />
          <ul className="grid list-disc gap-2 pl-5 marker:text-fg-3">
            <li>{t("credentials")}</li>
            <li>{t("stops")}</li>
            {vendor.exports.length > 0 ? <li>{t("exports")}</li> : null}
            <li>{t("keeps")}</li>
            <li>{t("resumes")}</li>
          </ul>
        </DialogBody>
      </ConfirmDialog>
    </>
  );
}
