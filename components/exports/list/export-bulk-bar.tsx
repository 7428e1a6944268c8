"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ExportActions } from "@/components/exports/export-actions";
import type { BulkAct, ExportTarget } from "@/components/work-orders/list/bulk-acts";
import { BulkDialog } from "@/components/work-orders/list/bulk-dialog";
import { useSelection } from "@/components/work-orders/list/selection";
import { SelectionBar } from "@/components/work-orders/list/selection-bar";
import { TargetChoice } from "@/components/work-orders/list/target-choice";
import type { ExportAct } from "@/lib/export/foretell-exports";

/** An export that can be ticked: its work order and where it goes. */
export type TickedExport = { id: string; workOrder: { id: string; number: string }; target: ExportTarget };

const never = () => Promise.resolve({});

/** What can be done to the ticked exports; where they go to several bookkeepings, to those of one at a time. */
export function ExportBulkBar({ exports, actions }: { exports: readonly TickedExport[]; actions: ExportActions }) {
  const t = useTranslations("exports.list");
  const { selected } = useSelection();
  const [asked, setAsked] = useState<{ act: BulkAct; workOrders: TickedExport["workOrder"][] } | null>(null);
  const ticked = exports.filter(({ id }) => selected.some((one) => one.id === id));
  const targets = [...new Map(ticked.map(({ target }) => [target.connectionId, target])).values()];
  const ofTarget = ({ connectionId }: ExportTarget) => ticked.filter(({ target }) => target.connectionId === connectionId).map(({ workOrder }) => workOrder);
  const ask = (kind: ExportAct, target: ExportTarget) => setAsked({ act: { kind, target }, workOrders: ofTarget(target) });
  const labelOf = (alone: string) => (vendor: string) => {
    const target = targets.find(({ vendorName }) => vendorName === vendor);
    return targets.length === 1 || !target ? alone : t("ofVendor", { count: ofTarget(target).length, vendor });
  };
  return (
    <>
      <SelectionBar label={t("bulk")} count={ticked.length}>
        <TargetChoice targets={targets} label={labelOf(t("exportAgain"))} several={t("exportAgain")} onChoose={(target) => ask("exportAgain", target)} />
        <TargetChoice targets={targets} label={labelOf(t("doNotSend"))} several={t("doNotSend")} onChoose={(target) => ask("doNotSend", target)} />
      </SelectionBar>
      {asked ? <BulkDialog act={asked.act} workOrders={asked.workOrders} workStatuses={[]} actions={{ setStatus: never, setWorkStatus: never, exports: actions }} onClose={() => setAsked(null)} /> : null}
    </>
  );
}
