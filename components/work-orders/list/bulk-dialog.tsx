"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionError } from "@/components/actions/action-error";
import { useServerAction } from "@/components/actions/use-server-action";
import { performBulk, type BulkAct, type BulkActions } from "@/components/work-orders/list/bulk-acts";
import { BulkResults } from "@/components/work-orders/list/bulk-results";
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

/** As many numbers as one takes in at a glance. */
const named = 12;

/** Says beforehand what will be done to how many, and afterwards what happened to each. */
export function BulkDialog({ act, workOrders, workStatuses, actions, onClose }: BulkDialogProps) {
  const t = useTranslations("workOrders.bulk");
  const ui = useTranslations("ui");
  const router = useRouter();
  const words = useBulkWords(act, workOrders.length, workStatuses);
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
          <Button variant="ink" busy={isRunning && t("busy")} onClick={() => run(workOrders.map(({ id }) => id))}>
            {words.confirm}
          </Button>
        </>
      }
    >
      <DialogBody>
        <div className="grid gap-4">
          <ActionError error={error} />
          <p className="text-sm text-fg-2 tabular-nums">
            {workOrders
              .slice(0, named)
              .map(({ number }) => number)
              .join(" · ")}
            {workOrders.length > named ? ` ${t("andMore", { count: workOrders.length - named })}` : null}
          </p>
        </div>
      </DialogBody>
    </Dialog>
  );
}
