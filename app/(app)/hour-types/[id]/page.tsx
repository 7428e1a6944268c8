import type { Metadata } from "next";
import { BillableCard } from "@/components/records/billable-card";
import { EditButton } from "@/components/records/edit-button";
import { RecordEditor } from "@/components/records/record-editor";
import { RecordPage } from "@/components/records/record-page";
import { ClientMessages } from "@/components/shell/client-messages";
import { roleReaches } from "@/lib/auth/roles";
import { requireSession } from "@/lib/auth/session";
import { detailOfPage } from "@/lib/catalogue/detail-of-page";
import { historyOfPage } from "@/lib/changes/history-of-page";
import { isBillable } from "@/lib/catalogue/set-billable";
import { database } from "@/lib/db";
import { editHourType, lookUpHourType, setHourTypeBillable } from "./actions";

const fields = ["code", "unit", "price", "vatCode", "vatRate"] as const;

export async function generateMetadata({ params }: PageProps<"/hour-types/[id]">): Promise<Metadata> {
  const [{ accountId }, { id }] = await Promise.all([requireSession(), params]);
  return { title: (await detailOfPage("hourTypes", accountId, id)).record.name };
}

export default async function HourTypePage({ params, searchParams }: PageProps<"/hour-types/[id]">) {
  const [{ accountId, role }, { id }, { edit, before }] = await Promise.all([requireSession(), params, searchParams]);
  const detail = await detailOfPage("hourTypes", accountId, id);
  const history = await historyOfPage("hourTypes", accountId, id, before);
  const billable = await isBillable(database(), { accountId, id });
  const canEdit = roleReaches(role, "planner");
  const isEditing = canEdit && edit !== undefined;
  return (
    <RecordPage detail={detail} history={history} lookUp={canEdit ? lookUpHourType : null} actions={canEdit && !isEditing ? <EditButton /> : null}>
      <RecordEditor detail={detail} fields={fields} isEditing={isEditing} edit={editHourType} />
      <ClientMessages namespaces={["records"]}>
        <BillableCard id={id} isBillable={billable} canEdit={canEdit} setBillable={setHourTypeBillable} />
      </ClientMessages>
    </RecordPage>
  );
}
