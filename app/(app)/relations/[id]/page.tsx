import type { Metadata } from "next";
import { AddressCard } from "@/components/records/address-card";
import { ContactCard } from "@/components/records/contact-card";
import { EditButton } from "@/components/records/edit-button";
import { RecordEditor } from "@/components/records/record-editor";
import { RecordPage } from "@/components/records/record-page";
import { roleReaches } from "@/lib/auth/roles";
import { requireSession } from "@/lib/auth/session";
import { detailOfPage } from "@/lib/catalogue/detail-of-page";
import { historyOfPage } from "@/lib/changes/history-of-page";
import { database } from "@/lib/db";
import { listAddresses } from "@/lib/relations/list-addresses";
import { listContacts } from "@/lib/relations/list-contacts";
import { editRelation, lookUpRelation } from "./actions";

const fields = ["debtorNumber", "searchName", "attention", "street", "postalCode", "city", "country", "countryCode", "phone", "mobile", "email", "vatNumber", "chamberNumber", "paymentTerm"] as const;

export async function generateMetadata({ params }: PageProps<"/relations/[id]">): Promise<Metadata> {
  const [{ accountId }, { id }] = await Promise.all([requireSession(), params]);
  return { title: (await detailOfPage("relations", accountId, id)).record.name };
}

export default async function RelationPage({ params, searchParams }: PageProps<"/relations/[id]">) {
  const [{ accountId, role }, { id }, { edit, before }] = await Promise.all([requireSession(), params, searchParams]);
  const detail = await detailOfPage("relations", accountId, id);
  const history = await historyOfPage("relations", accountId, id, before);
  const [addresses, contacts] = await Promise.all([listAddresses(database(), { accountId, relationId: id }), listContacts(database(), { accountId, relationId: id })]);
  const canEdit = roleReaches(role, "planner");
  const isEditing = canEdit && edit !== undefined;
  return (
    <RecordPage detail={detail} history={history} lookUp={canEdit ? lookUpRelation : null} actions={canEdit && !isEditing ? <EditButton /> : null}>
      <RecordEditor detail={detail} fields={fields} isEditing={isEditing} edit={editRelation} />
      {contacts.length === 0 ? null : <ContactCard contacts={contacts} />}
      <AddressCard addresses={addresses} />
    </RecordPage>
  );
}
