"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ExportActions } from "@/components/exports/export-actions";
import { RefusalNotice } from "@/components/exports/refusal-notice";
import { Button } from "@/components/ui/button";
import { ConfirmActionDialog } from "@/components/actions/confirm-action-dialog";
import { toastDone } from "@/components/ui/toast";
import { useWorkOrderAct } from "@/components/work-orders/use-work-order-act";
import { assertNever } from "@/lib/assert";
import type { ExportChoice, ExportStanding } from "@/lib/export/export-standing";

/** Linking names a document, so it stands beside each candidate. */
type ButtonChoice = Exclude<ExportChoice, "linkToExisting">;
const isButton = (choice: ExportChoice): choice is ButtonChoice => choice !== "linkToExisting";

/** The first of these that is possible is the one to press. */
const leading: readonly ButtonChoice[] = ["exportNow", "exportAgain", "exportAnew", "finishAgain"];

type ExportChoicesProps = {
  workOrder: { id: string; number: string };
  standing: ExportStanding;
  actions: ExportActions;
  /** In a row of a list: small ones, of which none stands out. */
  isRow?: boolean;
};

/** The buttons of the answer. Each says in a dialog what it will do before it does it. */
export function ExportChoices({ workOrder, standing, actions, isRow = false }: ExportChoicesProps) {
  const t = useTranslations("exports.choice");
  const [asked, setAsked] = useState<ButtonChoice | null>(null);
  const choices = standing.choices.filter(isButton);
  if (choices.length === 0 || standing.connectionId === null) return null;
  return (
    <div className={`flex flex-wrap gap-2 ${isRow ? "mt-2" : "mt-4"}`}>
      {choices.map((choice) => (
        <Button key={choice} size={isRow ? "sm" : "md"} variant={!isRow && choice === leading.find((one) => choices.includes(one)) ? "primary" : "default"} onClick={() => setAsked(choice)}>
          {t(`${choice}.label`)}
        </Button>
      ))}
      {asked === null ? null : <ChoiceDialog choice={asked} workOrder={workOrder} standing={standing} connectionId={standing.connectionId} actions={actions} onClose={() => setAsked(null)} />}
    </div>
  );
}

type ChoiceDialogProps = ExportChoicesProps & { choice: ButtonChoice; connectionId: string; onClose: () => void };

function ChoiceDialog({ choice, workOrder, standing: { vendorName, answer }, connectionId, actions, onClose }: ChoiceDialogProps) {
  const t = useTranslations("exports.choice");
  const busy = useTranslations("workOrders.box")("busy");
  const words = { workOrder: workOrder.number, vendor: vendorName, number: "number" in answer ? (answer.number ?? "") : "", reference: "reference" in answer ? answer.reference : "" };
  const { run, isRunning, error, refused } = useWorkOrderAct((asked: ButtonChoice) => perform(asked, { connectionId, id: workOrder.id, actions }), () => {
    toastDone(t(`${choice}.done`, words));
    onClose();
  });
  return (
    <ConfirmActionDialog
      open
      onOpenChange={onClose}
      title={t(`${choice}.title`, words)}
      description={t(`${choice}.lead`, words)}
      confirmLabel={t(`${choice}.confirm`, words)}
      busy={isRunning && busy}
      onConfirm={() => run(choice)}
      error={error}
      refusal={refused && <RefusalNotice result={refused} />}
    />
  );
}

function perform(choice: ButtonChoice, { connectionId, id, actions }: { connectionId: string; id: string; actions: ExportActions }) {
  switch (choice) {
    case "exportNow":
      return actions.request({ connectionId, ids: [id], kind: "now" });
    case "exportAgain":
      return actions.request({ connectionId, ids: [id], kind: "again" });
    case "exportRevision":
      return actions.request({ connectionId, ids: [id], kind: "revision" });
    case "exportAnew":
      return actions.request({ connectionId, ids: [id], kind: "anew" });
    case "doNotSend":
      return actions.dismiss({ connectionId, ids: [id] });
    case "sendAgain":
      return actions.sendAgain({ connectionId, id });
    case "finishAgain":
      return actions.finishAgain({ connectionId, id });
    default:
      return assertNever(choice);
  }
}
