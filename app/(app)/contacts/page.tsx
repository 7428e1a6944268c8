import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ContactRecords } from "@/components/records/contact-records";
import { NotImportedList } from "@/components/records/not-imported-list";
import { RecordsPage } from "@/components/records/records-page";
import { requireSession } from "@/lib/auth/session";
import { readListView } from "@/lib/catalogue/read-list-view";
import { contactList } from "@/lib/catalogue/record-lists";
import { database } from "@/lib/db";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sync.kind"))("contacts") };
}

export default async function ContactsPage({ searchParams }: PageProps<"/contacts">) {
  const { accountId, role } = await requireSession();
  const asked = { accountId, kind: "contacts", parameters: await searchParams } as const;
  const view = await readListView(database(), contactList, ["name", "relation"], asked);
  return (
    <RecordsPage kind={view.kind} tab={view.content.tab} standing={view.standing}>
      {view.content.tab === "records" ? (
        <ContactRecords view={view.content} parameters={view.parameters} standing={view.standing} isAdministrator={role === "administrator"} />
      ) : (
        <NotImportedList kind={view.kind} view={view.content} parameters={view.parameters} />
      )}
    </RecordsPage>
  );
}
