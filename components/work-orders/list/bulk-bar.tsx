"use client";

import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { BulkAct, BulkActions, ExportTarget } from "@/components/work-orders/list/bulk-acts";
import { BulkDialog } from "@/components/work-orders/list/bulk-dialog";
import { TargetChoice } from "@/components/work-orders/list/target-choice";
import { useSelection } from "@/components/work-orders/list/selection";
import { SelectionBar } from "@/components/work-orders/list/selection-bar";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { workOrderStatuses } from "@/lib/work-orders/status-steps";
import { writeWorkStatus, type WorkStatus } from "@/lib/work-statuses/work-status";

type BulkBarProps = { targets: readonly ExportTarget[]; workStatuses: readonly WorkStatus[]; actions: BulkActions };

/** What can be done to the ticked work orders. */
export function BulkBar({ targets, workStatuses, actions }: BulkBarProps) {
  const t = useTranslations("workOrders.bulk");
  const statuses = useTranslations("workOrders.status");
  const none = useTranslations("workOrders.workStatus")("none");
  const { selected } = useSelection();
  // Kept when the dialog opens: what it says holds for these, whatever happens to the list meanwhile.
  const [asked, setAsked] = useState<{ act: BulkAct; workOrders: typeof selected } | null>(null);
  const ask = (act: BulkAct) => setAsked({ act, workOrders: selected });
  return (
    <>
      <SelectionBar label={t("label")} count={selected.length}>
        <TargetChoice targets={targets} label={(vendor) => t("exportAgain", { vendor })} several={t("export")} onChoose={(target) => ask({ kind: "exportAgain", target })} />
        <TargetChoice targets={targets} label={(vendor) => t("doNotSend", { vendor })} several={t("keepOut")} onChoose={(target) => ask({ kind: "doNotSend", target })} />
        <Menu
          trigger={
            <Button size="sm">
              {t("workStatus")}
              <ChevronDown aria-hidden />
            </Button>
          }
        >
          {workStatuses.map((status) => (
            <MenuItem key={status.id} onSelect={() => ask({ kind: "setWorkStatus", workStatusId: status.id })}>
              {writeWorkStatus(status)}
            </MenuItem>
          ))}
          <MenuItem onSelect={() => ask({ kind: "setWorkStatus", workStatusId: null })}>{none}</MenuItem>
        </Menu>
        <Menu
          trigger={
            <Button size="sm">
              {t("status")}
              <ChevronDown aria-hidden />
            </Button>
          }
        >
          {workOrderStatuses.map((status) => (
            <MenuItem key={status} onSelect={() => ask({ kind: "setStatus", status })}>
              {statuses(status)}
            </MenuItem>
          ))}
        </Menu>
      </SelectionBar>
      {asked ? <BulkDialog act={asked.act} workOrders={asked.workOrders} workStatuses={workStatuses} actions={actions} onClose={() => setAsked(null)} /> : null}
    </>
  );
}
