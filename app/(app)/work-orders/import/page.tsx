import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/shell/client-messages";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { PageHeader } from "@/components/ui/page-header";
import { ImportWorkOrders } from "@/components/work-order-import/import-work-orders";
import { requireSession } from "@/lib/auth/session";
import { importFileAction, previewFileAction, wrongRowsAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("intake.import"))("title") };
}

export default async function ImportWorkOrdersPage() {
  await requireSession("planner");
  const t = await getTranslations("intake.import");
  return (
    <ClientMessages namespaces={["intake"]}>
      <PageHeader breadcrumbs={<Breadcrumbs crumbs={[{ label: t("workOrders"), href: "/work-orders" }]} />} title={t("title")} state={t("lead")} />
      <ImportWorkOrders actions={{ preview: previewFileAction, importPortion: importFileAction, wrongRows: wrongRowsAction }} />
    </ClientMessages>
  );
}
