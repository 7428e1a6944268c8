import type { Metadata } from "next";
import { EditButton } from "@/components/records/edit-button";
import { RecordEditor } from "@/components/records/record-editor";
import { RecordPage } from "@/components/records/record-page";
import { roleReaches } from "@/lib/auth/roles";
import { requireSession } from "@/lib/auth/session";
import { detailOfPage } from "@/lib/catalogue/detail-of-page";
import { historyOfPage } from "@/lib/changes/history-of-page";
import { editEmployee, lookUpEmployee } from "./actions";

const fields = ["code", "email"] as const;

export async function generateMetadata({ params }: PageProps<"/employees/[id]">): Promise<Metadata> {
  const [{ accountId }, { id }] = await Promise.all([requireSession(), params]);
  return { title: (await detailOfPage("employees", accountId, id)).record.name };
}

export default async function EmployeePage({ params, searchParams }: PageProps<"/employees/[id]">) {
  const [{ accountId, role }, { id }, { edit, before }] = await Promise.all([requireSession(), params, searchParams]);
  const detail = await detailOfPage("employees", accountId, id);
  const history = await historyOfPage("employees", accountId, id, before);
  const canEdit = roleReaches(role, "planner");
  const isEditing = canEdit && edit !== undefined;
  return (
    <RecordPage detail={detail} history={history} lookUp={canEdit ? lookUpEmployee : null} actions={canEdit && !isEditing ? <EditButton /> : null}>
      <RecordEditor detail={detail} fields={fields} isEditing={isEditing} edit={editEmployee} />
    </RecordPage>
  );
}
