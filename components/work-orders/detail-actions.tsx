"use client";

import { Check, Ellipsis, Pencil } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { RefusalNotice } from "@/components/exports/refusal-notice";
import { CompleteDialog } from "@/components/work-orders/complete-dialog";
import { useWorkOrderAct } from "@/components/work-orders/use-work-order-act";
import type { WorkOrderActions } from "@/components/work-orders/work-order-actions";
import { Button } from "@/components/ui/button";
import { ConfirmActionDialog } from "@/components/actions/confirm-action-dialog";
import { Menu, MenuItem } from "@/components/ui/menu";
import { toastDone } from "@/components/ui/toast";
import type { ExportStanding } from "@/lib/export/export-standing";
import { statusSteps } from "@/lib/work-orders/status-steps";
import type { WorkOrderDetail } from "@/lib/work-orders/work-order-detail";
import type { WorkStatus } from "@/lib/work-statuses/work-status";
import { route } from "@/lib/routes/route";

type Status = WorkOrderDetail["status"];

type DetailActionsProps = { workOrder: WorkOrderDetail; workStatuses: readonly WorkStatus[]; standings: readonly ExportStanding[]; today: string; actions: WorkOrderActions };

/** Complete, Edit, and the other steps of the status. */
export function DetailActions({ workOrder, workStatuses, standings, today, actions }: DetailActionsProps) {
  const t = useTranslations("workOrders.page");
  const statuses = useTranslations("workOrders.status");
  const [asked, setAsked] = useState<Status | null>(null);
  const steps = statusSteps[workOrder.status];
  // Completing has a button of its own while the work goes on.
  const isOpen = workOrder.status === "ready" || workOrder.status === "retrieved";
  const others = steps.filter((step) => !(isOpen && step === "complete"));
  return (
    <>
      {isOpen ? (
        <Button variant="primary" onClick={() => setAsked("complete")}>
          <Check aria-hidden />
          {t("complete")}
        </Button>
      ) : null}
      <Button asChild>
        <Link href={route(`/work-orders/${workOrder.id}/edit`)}>
          <Pencil aria-hidden />
          {t("edit")}
        </Link>
      </Button>
      <Menu
        align="end"
        trigger={
          <Button aria-label={t("more")} className="!flex-none !px-2.5">
            <Ellipsis aria-hidden />
          </Button>
        }
      >
        {others.map((step) => (
          <MenuItem key={step} onSelect={() => setAsked(step)}>
            {t("setStatus", { status: statuses(step) })}
          </MenuItem>
        ))}
      </Menu>
      {asked === "complete" && isOpen ? (
        <CompleteDialog workOrder={workOrder} workStatuses={workStatuses} standings={standings} today={today} complete={actions.complete} onClose={() => setAsked(null)} />
      ) : asked !== null ? (
        <StatusDialog workOrder={workOrder} status={asked} setStatus={actions.setStatus} onClose={() => setAsked(null)} />
      ) : null}
    </>
  );
}

type StatusDialogProps = { workOrder: Pick<WorkOrderDetail, "id" | "number">; status: Status; setStatus: WorkOrderActions["setStatus"]; onClose: () => void };

/** Says what a step means before it is taken. */
function StatusDialog({ workOrder: { id, number }, status, setStatus, onClose }: StatusDialogProps) {
  const t = useTranslations("workOrders.step");
  const statuses = useTranslations("workOrders.status");
  const words = { number, status: statuses(status) };
  const { run, isRunning, error, refused } = useWorkOrderAct(setStatus, () => {
    toastDone(t("done", words));
    onClose();
  });
  return (
    <ConfirmActionDialog
      open
      onOpenChange={onClose}
      title={t("title", words)}
      description={t(`lead.${status}`)}
      confirmLabel={t("confirm", words)}
      busy={isRunning && t("busy")}
      onConfirm={() => run({ ids: [id], status })}
      error={error}
      refusal={refused && <RefusalNotice result={refused} />}
    />
  );
}
