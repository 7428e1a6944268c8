"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { RefusalNotice } from "@/components/exports/refusal-notice";
import { ActionError } from "@/components/actions/action-error";
import { useServerAction } from "@/components/actions/use-server-action";
import { useState } from "react";
import type { WorkOrderActions } from "@/components/work-orders/work-order-actions";
import { noWorkStatus, useWorkStatusOptions } from "@/components/work-orders/work-status-options";
import { Card, CardBody } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { toastDone } from "@/components/ui/toast";
import type { BulkResult } from "@/lib/work-orders/bulk-result";
import type { WorkOrderDetail } from "@/lib/work-orders/work-order-detail";
import type { WorkStatus } from "@/lib/work-statuses/work-status";

type WorkStatusChoiceProps = { workOrder: Pick<WorkOrderDetail, "id" | "workStatus" | "status">; workStatuses: readonly WorkStatus[]; setWorkStatus: WorkOrderActions["setWorkStatus"] };

/** The work status, changed as soon as another is chosen. */
export function WorkStatusChoice({ workOrder: { id, workStatus, status }, workStatuses, setWorkStatus }: WorkStatusChoiceProps) {
  const t = useTranslations("workOrders.workStatus");
  const router = useRouter();
  const options = useWorkStatusOptions(workStatuses);
  const current = workStatus?.id ?? noWorkStatus;
  const [chosen, setChosen] = useState<string | null>(null);
  const [refused, setRefused] = useState<BulkResult | null>(null);
  const { run, isRunning, error } = useServerAction(setWorkStatus, ([result]) => {
    setRefused(result ?? null);
    setChosen(null);
    if (result?.outcome === "done") toastDone(t("done"));
    router.refresh();
  });
  const choose = (value: string) => {
    setChosen(value);
    run({ ids: [id], workStatusId: value === noWorkStatus ? null : value });
  };
  return (
    <Card>
      <CardBody className="grid gap-3">
        <Field label={t("label")} help={status === "complete" ? t("helpComplete") : undefined}>
          <Select options={options} value={isRunning && chosen !== null ? chosen : current} onValueChange={choose} disabled={isRunning} />
        </Field>
        <ActionError error={error} />
        <RefusalNotice result={error ? null : refused} />
      </CardBody>
    </Card>
  );
}
