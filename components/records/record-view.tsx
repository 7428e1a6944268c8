import { Archive, CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { OriginCard } from "@/components/records/origin-card";
import { useInactiveReason } from "@/components/records/skip-reason";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { PageHeader, Split } from "@/components/ui/page-header";
import { StateLine } from "@/components/ui/state-line";
import type { RecordDetail } from "@/lib/catalogue/read-detail";
import { listPage } from "@/lib/catalogue/record-pages";

type RecordViewProps = {
  detail: RecordDetail;
  /** What people know it by besides its name: its number, unless something else is given. */
  knownBy?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
};

/** The page of a record: its number and state, the cards given, and at the side where it came from. */
export function RecordView({ detail: { record, origins }, knownBy, actions, children }: RecordViewProps) {
  const t = useTranslations("records.detail");
  const kinds = useTranslations("sync.kind");
  const reasonOf = useInactiveReason();
  const { kind, number, name, active, inactiveReason, updatedAt } = record;
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
      <Split aside={<OriginCard origins={origins} updatedAt={updatedAt} />}>{children}</Split>
    </>
  );
}
