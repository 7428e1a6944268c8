import type { Metadata } from "next";
import { EditButton } from "@/components/records/edit-button";
import { RecordEditor } from "@/components/records/record-editor";
import { RecordPage } from "@/components/records/record-page";
import { roleReaches } from "@/lib/auth/roles";
import { requireSession } from "@/lib/auth/session";
import { readCategoryName } from "@/lib/catalogue/category-name";
import { detailOfPage } from "@/lib/catalogue/detail-of-page";
import { historyOfPage } from "@/lib/changes/history-of-page";
import { database } from "@/lib/db";
import { editMaterial, lookUpMaterial } from "./actions";

const fields = ["code", "searchName", "group", "type", "unit", "price", "vatCode", "vatRate", "stock"] as const;

export async function generateMetadata({ params }: PageProps<"/materials/[id]">): Promise<Metadata> {
  const [{ accountId }, { id }] = await Promise.all([requireSession(), params]);
  return { title: (await detailOfPage("materials", accountId, id)).record.name };
}

export default async function MaterialPage({ params, searchParams }: PageProps<"/materials/[id]">) {
  const [{ accountId, role }, { id }, { edit, before }] = await Promise.all([requireSession(), params, searchParams]);
  const detail = await detailOfPage("materials", accountId, id);
  const history = await historyOfPage("materials", accountId, id, before);
  const category = await readCategoryName(database(), { accountId, materialId: id });
  const canEdit = roleReaches(role, "planner");
  const isEditing = canEdit && edit !== undefined;
  return (
    <RecordPage detail={detail} history={history} lookUp={canEdit ? lookUpMaterial : null} actions={canEdit && !isEditing ? <EditButton /> : null}>
      <RecordEditor detail={detail} fields={fields} inWords={{ group: category }} isEditing={isEditing} edit={editMaterial} />
    </RecordPage>
  );
}
