import { useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";
import { DocumentCard } from "@/components/exports/document-card";
import type { DocumentLookUpAction } from "@/components/exports/document-look-up";
import type { ExportActions } from "@/components/exports/export-actions";
import { ExportBox } from "@/components/exports/export-box";
import { ExportPreview } from "@/components/exports/export-preview";
import { DetailActions } from "@/components/work-orders/detail-actions";
import { DetailsCard } from "@/components/work-orders/details-card";
import { HistoryCard } from "@/components/work-orders/history-card";
import { amountsOf } from "@/components/work-orders/line-amounts";
import { MaterialsCard } from "@/components/work-orders/materials-card";
import { PeriodsCard } from "@/components/work-orders/periods-card";
import { StatusSteps } from "@/components/work-orders/status-steps";
import { useDay } from "@/components/work-orders/use-day";
import type { WorkOrderActions } from "@/components/work-orders/work-order-actions";
import { WorkStatusChoice } from "@/components/work-orders/work-status-choice";
import { Badge } from "@/components/ui/badge";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { PageHeader, Split } from "@/components/ui/page-header";
import { StateLine } from "@/components/ui/state-line";
import type { JournalStep } from "@/lib/export/read-journal";
import type { ExportStanding } from "@/lib/export/export-standing";
import type { IssueRow } from "@/lib/issues/stored-issue";
import type { WorkOrderDocument } from "@/lib/export/read-document";
import type { LineNames } from "@/lib/work-orders/read-line-names";
import type { WorkOrderDetail } from "@/lib/work-orders/work-order-detail";
import { writeWorkStatus, type WorkStatus } from "@/lib/work-statuses/work-status";

export type WorkOrderViewProps = {
  workOrder: WorkOrderDetail;
  names: LineNames;
  document: WorkOrderDocument;
  standings: readonly ExportStanding[];
  /** The open issues behind each answer, by vendor. */
  issues?: Readonly<Record<string, readonly IssueRow[]>>;
  steps: readonly JournalStep[];
  workStatuses: readonly WorkStatus[];
  today: string;
  isAdministrator: boolean;
  /** Null: may look, but change nothing. */
  actions: (WorkOrderActions & { exports: ExportActions; lookUpDocument: DocumentLookUpAction }) | null;
};

/** A work order: the answer first, then who, what and how much, then what would be sent. */
export function WorkOrderView({ workOrder, names, document, standings, issues = {}, steps, workStatuses, today, isAdministrator, actions }: WorkOrderViewProps) {
  const problems = [...document.problems, ...standings.flatMap(({ answer }) => (answer.kind === "error" ? answer.problems : []))];
  const amounts = amountsOf(document.document, problems);
  return (
    <>
      <WorkOrderHeader workOrder={workOrder} actions={actions ? <DetailActions workOrder={workOrder} workStatuses={workStatuses} standings={standings} today={today} actions={actions} /> : null} />
      <Split
        lead
        aside={
          <>
            {standings.map((standing) => (
              <Fragment key={standing.vendor}>
                <ExportBox workOrder={workOrder} standing={standing} actions={actions?.exports ?? null} isAdministrator={isAdministrator} issues={issues[standing.vendor]} />
                {standing.document ? <DocumentCard workOrderId={workOrder.id} standing={standing} document={standing.document} lookUp={actions?.lookUpDocument ?? null} /> : null}
              </Fragment>
            ))}
            {actions ? <WorkStatusChoice workOrder={workOrder} workStatuses={workStatuses} setWorkStatus={actions.setWorkStatus} /> : null}
            <HistoryCard events={workOrder.events} steps={steps} />
          </>
        }
      >
        <DetailsCard workOrder={workOrder} names={names} />
        <MaterialsCard materials={workOrder.materials} names={names} amounts={amounts} />
        <PeriodsCard
          periods={workOrder.periods}
          names={names}
          amounts={amounts}
          totals={{
            totals: document.document.totals,
            roundingMinutes: document.roundingMinutes,
            vatDecidedBy: document.vendorName,
            unpriced: document.document.lines.filter((line) => line.type !== "text" && line.net === null).length,
          }}
        />
        {standings.map(({ vendor, vendorName, connectionId, answer }) =>
          // What goes to another bookkeeping does not go here: there is nothing to look at beforehand.
          connectionId === null || answer.kind === "elsewhere" ? null : (
            <ExportPreview key={vendor} workOrderId={workOrder.id} version={workOrder.version} connectionId={connectionId} vendorName={vendorName} lines={document.document.lines.length} />
          ),
        )}
      </Split>
    </>
  );
}

function WorkOrderHeader({ workOrder, actions }: { workOrder: WorkOrderDetail; actions: ReactNode }) {
  const t = useTranslations("workOrders");
  const day = useDay();
  const { number, status, workStatus, shortDescription, customer, workDate, endDate, revision } = workOrder;
  return (
    <PageHeader
      breadcrumbs={<Breadcrumbs crumbs={[{ label: t("page.title"), href: "/work-orders" }]} />}
      title={<span className="tabular-nums">{number}</span>}
      state={
        <>
          <StateLine>
            {shortDescription}
            {customer.name}
            {day(endDate ?? workDate)}
          </StateLine>
          <StatusSteps status={status} />
          <p className="mt-3 flex flex-wrap gap-2 empty:hidden">
            {workStatus && (actions === null || workStatus.purpose === "error") ? <Badge tone={workStatus.purpose === "error" ? "alert" : "neutral"}>{writeWorkStatus(workStatus)}</Badge> : null}
            {revision > 1 ? <Badge tone="line">{t("page.revision", { revision })}</Badge> : null}
          </p>
        </>
      }
      actions={actions}
    />
  );
}
