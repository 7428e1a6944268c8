import type { Metadata } from "next";
import { EditButton } from "@/components/records/edit-button";
import { RecordEditor } from "@/components/records/record-editor";
import { RecordPage } from "@/components/records/record-page";
import { roleReaches } from "@/lib/auth/roles";
import { requireSession } from "@/lib/auth/session";
import { detailOfPage } from "@/lib/catalogue/detail-of-page";
import { historyOfPage } from "@/lib/changes/history-of-page";
import { editCategory, lookUpCategory } from "./actions";

const fields = ["code", "description"] as const;

export async function generateMetadata({ params }: PageProps<"/categories/[id]">): Promise<Metadata> {
  const [{ accountId }, { id }] = await Promise.all([requireSession(), params]);
  return { title: (await detailOfPage("categories", accountId, id)).record.name };
}

export default async function CategoryPage({ params, searchParams }: PageProps<"/categories/[id]">) {
  const [{ accountId, role }, { id }, { edit, before }] = await Promise.all([requireSession(), params, searchParams]);
  const detail = await detailOfPage("categories", accountId, id);
  const history = await historyOfPage("categories", accountId, id, before);
  const canEdit = roleReaches(role, "planner");
  const isEditing = canEdit && edit !== undefined;
  return (
    <RecordPage detail={detail} history={history} lookUp={canEdit ? lookUpCategory : null} actions={canEdit && !isEditing ? <EditButton /> : null}>
      <RecordEditor detail={detail} fields={fields} isEditing={isEditing} edit={editCategory} />
    </RecordPage>
  );
}
