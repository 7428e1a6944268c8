import { Archive, CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { HistoryCard } from "@/components/records/history-card";
import type { LookUpAction } from "@/components/records/look-up-button";
import { OriginCard } from "@/components/records/origin-card";
import { useInactiveReason } from "@/components/records/skip-reason";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { PageHeader, Split } from "@/components/ui/page-header";
import { StateLine } from "@/components/ui/state-line";
import type { RecordDetail } from "@/lib/catalogue/read-detail";
import { listPage } from "@/lib/catalogue/record-pages";
import type { HistoryOfPage } from "@/lib/changes/history-of-page";

export type RecordViewProps = {
  detail: RecordDetail;
  history: HistoryOfPage;
  /** Null for whoever may only read. */
  lookUp: LookUpAction | null;
  /** What people know it by besides its name: its number, unless something else is given. */
  knownBy?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
};

/** The page of a record: its number and state, the cards given, what changed it, and at the side where it came from. */
export function RecordView({ detail: { record, origins }, history, lookUp, knownBy, actions, children }: RecordViewProps) {
  const t = useTranslations("records.detail");
  const kinds = useTranslations("sync.kind");
  const reasonOf = useInactiveReason();
  const { id, kind, number, name, active, inactiveReason, updatedAt } = record;
  return (
    <>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: kinds(kind), href: listPage(kind) }]} />}
        title={name}
        state={
          <StateLine state={active ? t("active") : t("inactive")} icon={active ? CircleCheck : Archive}>
            {knownBy ?? <span className="tabular-nums">{number}</span>}
            {active || !inactiveReason ? null : reasonOf(inactiveReason)}
          </StateLine>
        }
        actions={actions}
      />
      <Split aside={<OriginCard kind={kind} id={id} origins={origins} updatedAt={updatedAt} lookUp={lookUp} />}>
        {children}
        <HistoryCard kind={kind} id={id} history={history} />
      </Split>
    </>
  );
}
