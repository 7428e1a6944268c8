import { Tags } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/shell/client-messages";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { PageHeader } from "@/components/ui/page-header";
import { AddWorkStatus } from "@/components/work-statuses/add-work-status";
import { WorkStatusTable } from "@/components/work-statuses/work-status-table";
import { requireSession } from "@/lib/auth/session";
import { database } from "@/lib/db";
import { describeWorkStatuses } from "@/lib/work-statuses/describe-work-statuses";
import { addWorkStatusAction, moveWorkStatusAction, removeWorkStatusAction, renameWorkStatusAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("workStatuses"))("title") };
}

export default async function WorkStatusesPage() {
  const { accountId } = await requireSession("administrator");
  const rows = await describeWorkStatuses(database(), accountId);
  const t = await getTranslations("workStatuses");
  const codes = rows.map(({ code }) => code);
  return (
    <ClientMessages namespaces={["workStatuses"]}>
      <PageHeader
        title={t("title")}
        state={<p className="max-w-[72ch]">{t("lead")}</p>}
        actions={<AddWorkStatus codes={codes} action={addWorkStatusAction} />}
      />
      <Card className="overflow-hidden">
        {rows.length > 0 ? (
          <WorkStatusTable rows={rows} actions={{ rename: renameWorkStatusAction, move: moveWorkStatusAction, remove: removeWorkStatusAction }} />
        ) : (
          <Empty icon={Tags} title={t("empty.title")}>
            {t("empty.text")}
          </Empty>
        )}
      </Card>
    </ClientMessages>
  );
}
