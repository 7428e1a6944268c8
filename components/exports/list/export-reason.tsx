"use client";

import type { ExportActions } from "@/components/exports/export-actions";
import { ExportChoices } from "@/components/exports/export-choices";
import { RemedyLink } from "@/components/exports/remedy-link";
import { useExportSentences } from "@/components/exports/use-export-sentences";
import { IssueLink } from "@/components/issues/issue-link";
import type { ExportRow } from "@/lib/export/list-exports";
import type { IssueRow } from "@/lib/issues/stored-issue";

type ExportReasonProps = {
  row: Pick<ExportRow, "workOrder" | "standing">;
  /** The open issue behind it; null: none. */
  issue: IssueRow | null;
  /** Null for viewers. */
  actions: ExportActions | null;
  /** Administrators are led to the settings. */
  isAdministrator: boolean;
};

/** Why an export stands as it does, and what can be done: the words and buttons of the work order's own page. */
export function ExportReason({ row: { workOrder, standing }, issue, actions, isAdministrator }: ExportReasonProps) {
  const { message, remedy, reasons } = useExportSentences()(standing);
  return (
    <div className="min-w-0 wrap-anywhere sm:min-w-64">
      {/* That it is there, and under which number, stand beside it. */}
      {standing.answer.kind === "done" ? null : <p>{message}</p>}
      {remedy ? <p className="text-fg-3">{remedy}</p> : null}
      {reasons.map((reason) => (
        <p key={reason.message} className="mt-1">
          {reason.message}
          {reason.remedy && reason.remedy !== remedy ? <span className="block text-fg-3">{reason.remedy}</span> : null}
        </p>
      ))}
      {isAdministrator ? <RemedyLink standing={standing} /> : null}
      {issue ? <IssueLink issue={issue} vendorName={standing.vendorName} /> : null}
      {actions ? <ExportChoices isRow workOrder={workOrder} standing={standing} actions={actions} /> : null}
    </div>
  );
}
