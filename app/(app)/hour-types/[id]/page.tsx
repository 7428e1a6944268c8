import type { Metadata } from "next";
import { BillableCard } from "@/components/records/billable-card";
import { EditButton } from "@/components/records/edit-button";
import { RecordEditor } from "@/components/records/record-editor";
import { RecordView } from "@/components/records/record-view";
import { ClientMessages } from "@/components/shell/client-messages";
import { roleReaches } from "@/lib/auth/roles";
import { requireSession } from "@/lib/auth/session";
import { detailOfPage } from "@/lib/catalogue/detail-of-page";
import { isBillable } from "@/lib/catalogue/set-billable";
import { database } from "@/lib/db";
import { editHourType, setHourTypeBillable } from "./actions";

const fields = ["code", "unit", "price", "vatCode", "vatRate"] as const;

export async function generateMetadata({ params }: PageProps<"/hour-types/[id]">): Promise<Metadata> {
  const [{ accountId }, { id }] = await Promise.all([requireSession(), params]);
  return { title: (await detailOfPage("hourTypes", accountId, id)).record.name };
}

export default async function HourTypePage({ params, searchParams }: PageProps<"/hour-types/[id]">) {
  const [{ accountId, role }, { id }, { edit }] = await Promise.all([requireSession(), params, searchParams]);
  const detail = await detailOfPage("hourTypes", accountId, id);
  const billable = await isBillable(database(), { accountId, id });
  const canEdit = roleReaches(role, "planner");
  const isEditing = canEdit && edit !== undefined;
  return (
    <RecordView detail={detail} actions={canEdit && !isEditing ? <EditButton /> : null}>
      <RecordEditor detail={detail} fields={fields} isEditing={isEditing} edit={editHourType} />
      <ClientMessages namespaces={["records"]}>
        <BillableCard id={id} isBillable={billable} canEdit={canEdit} setBillable={setHourTypeBillable} />
      </ClientMessages>
    </RecordView>
  );
}
