import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { notImportedCount, StandingLine } from "@/components/records/standing-line";
import { Card } from "@/components/ui/card";
import { Count } from "@/components/ui/count";
import { PageHeader } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";
import type { ImportStanding } from "@/lib/catalogue/import-standing";
import type { ImportKind } from "@/lib/connectors/record-kinds";

type RecordsPageProps = { kind: ImportKind; tab: "records" | "notImported"; standing: ImportStanding; children: ReactNode };

/** The frame of a list: title, where the records come from, the two tabs, and the card with one of them. */
export function RecordsPage({ kind, tab, standing, children }: RecordsPageProps) {
  const t = useTranslations("records");
  const kinds = useTranslations("sync.kind");
  return (
    <>
      <PageHeader title={kinds(kind)} state={<StandingLine standing={standing} />} />
      <Tabs
        label={t("tabs.label")}
        tabs={[
          { href: "?", label: kinds(kind), current: tab === "records" },
          { href: "?tab=not-imported", label: t("tabs.notImported"), count: <Count value={notImportedCount(standing)} />, current: tab === "notImported" },
        ]}
      />
      <Card>{children}</Card>
    </>
  );
}
