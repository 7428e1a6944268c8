import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/shell/client-messages";
import { valuesOf } from "@/components/work-orders/form/form-values";
import { WorkOrderForm } from "@/components/work-orders/form/work-order-form";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { PageHeader } from "@/components/ui/page-header";
import { requireSession } from "@/lib/auth/session";
import { decimalMark } from "@/lib/i18n/format-decimal";
import { route } from "@/lib/routes/route";
import { contentOfDetail } from "@/lib/work-orders/work-order-content";
import { workOrderOfPage } from "@/lib/work-orders/work-order-of-page";
import { saveWorkOrder } from "../../actions";

export async function generateMetadata({ params }: PageProps<"/work-orders/[id]/edit">): Promise<Metadata> {
  const [{ accountId }, { id }, t] = await Promise.all([requireSession("planner"), params, getTranslations("workOrders.form")]);
  return { title: t("edit", { number: (await workOrderOfPage(accountId, id)).number }) };
}

export default async function EditWorkOrderPage({ params }: PageProps<"/work-orders/[id]/edit">) {
  const [{ accountId }, { id }, locale, t] = await Promise.all([requireSession("planner"), params, getLocale(), getTranslations("workOrders")]);
  const workOrder = await workOrderOfPage(accountId, id);
  const { number, version } = workOrder;
  const back = route(`/work-orders/${id}`);
  return (
    <ClientMessages namespaces={["workOrders"]}>
      <PageHeader breadcrumbs={<Breadcrumbs crumbs={[{ label: t("page.title"), href: "/work-orders" }, { label: number, href: back }]} />} title={t("form.edit", { number })} />
      <WorkOrderForm initial={valuesOf(contentOfDetail(workOrder), decimalMark(locale))} workOrder={{ id, number, version }} save={saveWorkOrder} back={back} />
    </ClientMessages>
  );
}
