"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { RefusalNotice } from "@/components/exports/refusal-notice";
import { ActionError } from "@/components/actions/action-error";
import { CompletionOutlook } from "@/components/work-orders/completion-outlook";
import { useWorkOrderAct } from "@/components/work-orders/use-work-order-act";
import type { WorkOrderActions } from "@/components/work-orders/work-order-actions";
import { noWorkStatus, useWorkStatusOptions } from "@/components/work-orders/work-status-options";
import { Button } from "@/components/ui/button";
import { Dialog, DialogBody } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { toastDone } from "@/components/ui/toast";
import type { ExportStanding } from "@/lib/export/export-standing";
import type { WorkOrderDetail } from "@/lib/work-orders/work-order-detail";
import type { WorkStatus } from "@/lib/work-statuses/work-status";

type CompleteDialogProps = {
  workOrder: Pick<WorkOrderDetail, "id" | "number" | "version" | "workDate" | "endDate" | "workStatus">;
  workStatuses: readonly WorkStatus[];
  standings: readonly ExportStanding[];
  /** YYYY-MM-DD in the account's time zone. */
  today: string;
  complete: WorkOrderActions["complete"];
  onClose: () => void;
};

/** Completes a work order: when the work ended, with which work status, and what happens next. */
export function CompleteDialog({ workOrder, workStatuses, standings, today, complete, onClose }: CompleteDialogProps) {
  const t = useTranslations("workOrders.complete");
  const ui = useTranslations("ui");
  const options = useWorkStatusOptions(workStatuses);
  const [endDate, setEndDate] = useState(workOrder.endDate ?? (today < workOrder.workDate ? workOrder.workDate : today));
  const [workStatusId, setWorkStatusId] = useState(workOrder.workStatus?.id ?? workStatuses.find(({ purpose }) => purpose === "send")?.id ?? noWorkStatus);
  const { run, isRunning, error, refused } = useWorkOrderAct(complete, () => {
    toastDone(t("done", { number: workOrder.number }));
    onClose();
  });
  const problem = endDate === "" ? t("dateMissing") : endDate < workOrder.workDate ? t("dateTooEarly") : null;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t("title", { number: workOrder.number })}
      description={t("lead")}
      footer={
        <>
          <Button onClick={onClose}>{ui("cancel")}</Button>
          <Button
            variant="primary"
            disabled={problem !== null}
            busy={isRunning && t("busy")}
            onClick={() => run({ id: workOrder.id, version: workOrder.version, endDate, workStatusId: workStatusId === noWorkStatus ? null : workStatusId })}
          >
            {t("confirm")}
          </Button>
        </>
      }
    >
      <DialogBody>
        <div className="grid gap-5">
          <ActionError error={error} />
          <RefusalNotice result={error ? null : refused} />
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label={t("endDate")} error={problem}>
              <Input type="date" min={workOrder.workDate} value={endDate} onChange={(event) => setEndDate(event.target.value)} />
            </Field>
            <Field label={t("workStatus")}>
              <Select options={options} value={workStatusId} onValueChange={setWorkStatusId} />
            </Field>
          </div>
          <CompletionOutlook standings={standings} workStatus={workStatuses.find(({ id }) => id === workStatusId) ?? null} isChanged={workStatusId !== (workOrder.workStatus?.id ?? noWorkStatus)} />
        </div>
      </DialogBody>
    </Dialog>
  );
}
