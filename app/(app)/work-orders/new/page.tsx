import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/shell/client-messages";
import { emptyValues } from "@/components/work-orders/form/form-values";
import { WorkOrderForm } from "@/components/work-orders/form/work-order-form";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { PageHeader } from "@/components/ui/page-header";
import { requireSession } from "@/lib/auth/session";
import { todayIn } from "@/lib/work-orders/today-in";
import { saveWorkOrder } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("workOrders.form"))("new") };
}

export default async function NewWorkOrderPage() {
  const [{ timeZone }, t] = await Promise.all([requireSession("planner"), getTranslations("workOrders")]);
  return (
    <ClientMessages namespaces={["workOrders"]}>
      <PageHeader breadcrumbs={<Breadcrumbs crumbs={[{ label: t("page.title"), href: "/work-orders" }]} />} title={t("form.new")} />
      <WorkOrderForm initial={emptyValues(todayIn(timeZone))} workOrder={null} save={saveWorkOrder} back="/work-orders" />
    </ClientMessages>
  );
}
