"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { LicenceAction } from "@/components/licences/licence-panel";
import { useServerAction } from "@/components/actions/use-server-action";
import { Button } from "@/components/ui/button";
import { ConfirmActionDialog } from "@/components/actions/confirm-action-dialog";
import type { LicenceOutcome } from "@/lib/licences/change-licence";
import type { LicenceCard } from "@/lib/licences/licence-card";

type CancelLicenceProps = { licence: LicenceCard; action: LicenceAction; onDone: (answer: LicenceOutcome) => void };

/** The button, and the dialog that names what stops and what stays. */
export function CancelLicence({ licence, action, onDone }: CancelLicenceProps) {
  const t = useTranslations("licences");
  const [isOpen, setIsOpen] = useState(false);
  const { vendor, name, standing } = licence;
  const { run, isRunning, error } = useServerAction(action, (answer) => {
    setIsOpen(false);
    onDone(answer);
  });
  return (
    <>
      <Button variant="ghost" onClick={() => setIsOpen(true)}>
        {standing.state === "trial" ? t("endTrial") : t("cancel")}
      </Button>
      <ConfirmActionDialog
        open={isOpen}
        onOpenChange={setIsOpen}
        title={t("confirm.title", { vendor: name })}
        description={t("confirm.lead", { vendor: name })}
        confirmLabel={t("confirm.submit")}
        busy={isRunning && t("busy")}
        onConfirm={() => run({ vendor })}
        error={error}
      />
    </>
  );
}
