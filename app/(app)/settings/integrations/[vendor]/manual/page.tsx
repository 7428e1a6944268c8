import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ManualPage } from "@/components/settings/manual-page";
import { ClientMessages } from "@/components/shell/client-messages";
import { requireSession } from "@/lib/auth/session";
import { vendorManuals } from "@/lib/connectors/manuals";
import { findConnector } from "@/lib/connectors/registry";
import { isVendorId } from "@/lib/connectors/schemas";
import { getTranslations } from "next-intl/server";

type Props = PageProps<"/settings/integrations/[vendor]/manual">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const vendor = findConnector((await params).vendor)?.manifest.name ?? "";
  return { title: (await getTranslations("settings.guide"))("title", { vendor }) };
}

/** How to make the API user at the vendor, and what the integration takes over. */
export default async function IntegrationManualPage({ params }: Props) {
  await requireSession("administrator");
  const connector = findConnector((await params).vendor);
  if (!connector || !isVendorId(connector.manifest.id)) notFound();
  const { id, name } = connector.manifest;
  return (
    <ClientMessages namespaces={["settings"]}>
      <ManualPage vendor={id} vendorName={name} sections={vendorManuals[id]} />
    </ClientMessages>
  );
}
