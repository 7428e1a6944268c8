import { BellRing } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AddReceiver } from "@/components/notices/add-receiver";
import { NoMailServer } from "@/components/notices/no-mail-server";
import { ReceiverCard } from "@/components/notices/receiver-card";
import { ClientMessages } from "@/components/shell/client-messages";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { PageHeader } from "@/components/ui/page-header";
import { requireSession } from "@/lib/auth/session";
import { findConnector } from "@/lib/connectors/registry";
import { database } from "@/lib/db";
import { mailServer } from "@/lib/notices/engine";
import { listReceivers } from "@/lib/notices/list-receivers";
import { addReceiverAction, changeReceiverAction, removeReceiverAction, renewSecretAction, switchReceiverAction, testReceiverAction } from "./actions";

const actions = { change: changeReceiverAction, switch: switchReceiverAction, remove: removeReceiverAction, renewSecret: renewSecretAction, test: testReceiverAction };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("notices"))("title") };
}

export default async function NoticesPage() {
  const session = await requireSession("administrator");
  const [receivers, t] = await Promise.all([listReceivers(database(), session.accountId), getTranslations("notices")]);
  const surroundings = { timeZone: session.timeZone, locale: session.locale };
  const nameOf = (vendor: string) => findConnector(vendor)?.manifest.name ?? vendor;
  return (
    <ClientMessages namespaces={["notices", "issues", "sync", "exports"]}>
      <PageHeader title={t("title")} state={t("lead", { account: session.accountName })} actions={<AddReceiver action={addReceiverAction} surroundings={surroundings} />} />
      <div className="grid gap-6">
        {mailServer() === null ? <NoMailServer /> : null}
        {receivers.length === 0 ? (
          <Card>
            <Empty icon={BellRing} title={t("empty.title")}>
              <p>{t("empty.text")}</p>
            </Empty>
          </Card>
        ) : (
          <ul aria-label={t("list")} className="grid gap-6">
            {receivers.map(({ notices, ...receiver }) => (
              <li key={receiver.id}>
                <ReceiverCard receiver={receiver} notices={notices.map(({ issue, ...notice }) => ({ ...notice, issue, vendorName: nameOf(issue.vendor) }))} actions={actions} surroundings={surroundings} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </ClientMessages>
  );
}
