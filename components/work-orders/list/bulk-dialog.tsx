"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionError } from "@/components/actions/action-error";
import { useServerAction } from "@/components/actions/use-server-action";
import { ForeseenList } from "@/components/exports/foreseen-list";
import { useForeseen } from "@/components/exports/use-foreseen";
import { performBulk, type BulkAct, type BulkActions } from "@/components/work-orders/list/bulk-acts";
import { BulkResults } from "@/components/work-orders/list/bulk-results";
import { NamedNumbers } from "@/components/work-orders/list/named-numbers";
import { useSelection } from "@/components/work-orders/list/selection";
import { useBulkWords } from "@/components/work-orders/list/use-bulk-words";
import { Button } from "@/components/ui/button";
import { Dialog, DialogBody } from "@/components/ui/dialog";
import type { BulkResult } from "@/lib/work-orders/bulk-result";
import type { WorkStatus } from "@/lib/work-statuses/work-status";

type BulkDialogProps = {
  act: BulkAct;
  workOrders: readonly { id: string; number: string }[];
  workStatuses: readonly WorkStatus[];
  actions: BulkActions;
  onClose: () => void;
};

/** Says beforehand what will be done to how many, and afterwards what happened to each. */
export function BulkDialog({ act, workOrders, workStatuses, actions, onClose }: BulkDialogProps) {
  const t = useTranslations("workOrders.bulk");
  const ui = useTranslations("ui");
  const router = useRouter();
  const exporting = act.kind === "exportAgain" || act.kind === "doNotSend" ? { act: act.kind, ...act.target } : null;
  const { foreseen, concerned, error: unforeseen } = useForeseen(exporting, workOrders, actions.exports.foretell);
  const words = useBulkWords(act, workOrders.length, workStatuses);
  const { confirm } = useBulkWords(act, concerned ?? workOrders.length, workStatuses);
  const { clear } = useSelection();
  const [results, setResults] = useState<BulkResult[] | null>(null);
  const { run, isRunning, error } = useServerAction(
    (ids: string[]) => performBulk(act, ids, actions),
    (answered) => {
      setResults(answered);
      clear();
      router.refresh();
    },
  );
  if (results !== null) {
    return (
      <Dialog open onOpenChange={onClose} title={t("doneTitle")} description={t("doneLead", { done: results.filter(({ outcome }) => outcome === "done").length, count: results.length })} footer={<Button onClick={onClose}>{ui("close")}</Button>}>
        <BulkResults results={results} isExport={act.kind === "exportAgain"} />
      </Dialog>
    );
  }
  return (
    <Dialog
      serious
      open
      onOpenChange={onClose}
      title={words.title}
      description={words.lead}
      footer={
        <>
          <Button onClick={onClose}>{ui("cancel")}</Button>
          <Button variant="ink" busy={isRunning && t("busy")} disabled={concerned === null || concerned === 0} onClick={() => run(workOrders.map(({ id }) => id))}>
            {confirm}
          </Button>
        </>
      }
    >
      <DialogBody>
        <div className="grid gap-4">
          <ActionError error={error ?? unforeseen} />
          {exporting && !unforeseen ? <ForeseenList foreseen={foreseen} vendorName={exporting.vendorName} /> : null}
          {exporting ? null : <NamedNumbers numbers={workOrders.map(({ number }) => number)} />}
        </div>
      </DialogBody>
    </Dialog>
  );
}
