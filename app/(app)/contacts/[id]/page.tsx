import type { Metadata } from "next";
import Link from "next/link";
import { EditButton } from "@/components/records/edit-button";
import { RecordEditor } from "@/components/records/record-editor";
import { RecordPage } from "@/components/records/record-page";
import { roleReaches } from "@/lib/auth/roles";
import { requireSession } from "@/lib/auth/session";
import { detailOfPage } from "@/lib/catalogue/detail-of-page";
import { historyOfPage } from "@/lib/changes/history-of-page";
import { database } from "@/lib/db";
import { findRelationOf } from "@/lib/relations/list-contacts";
import { editContact, lookUpContact } from "./actions";

const fields = ["relation", "department", "phone", "mobile", "email", "street", "postalCode", "city", "countryCode"] as const;

export async function generateMetadata({ params }: PageProps<"/contacts/[id]">): Promise<Metadata> {
  const [{ accountId }, { id }] = await Promise.all([requireSession(), params]);
  return { title: (await detailOfPage("contacts", accountId, id)).record.name };
}

export default async function ContactPage({ params, searchParams }: PageProps<"/contacts/[id]">) {
  const [{ accountId, role }, { id }, { edit, before }] = await Promise.all([requireSession(), params, searchParams]);
  const detail = await detailOfPage("contacts", accountId, id);
  const history = await historyOfPage("contacts", accountId, id, before);
  const relation = await findRelationOf(database(), { accountId, contactId: id });
  const canEdit = roleReaches(role, "planner");
  const isEditing = canEdit && edit !== undefined;
  const inWords = relation && {
    relation: (
      <Link href={`/relations/${relation.id}`} className="link">
        {relation.name}
      </Link>
    ),
  };
  return (
    <RecordPage detail={detail} history={history} lookUp={canEdit ? lookUpContact : null} knownBy={relation?.name} actions={canEdit && !isEditing ? <EditButton /> : null}>
      <RecordEditor detail={detail} fields={fields} inWords={inWords ?? {}} isEditing={isEditing} edit={editContact} />
    </RecordPage>
  );
}
