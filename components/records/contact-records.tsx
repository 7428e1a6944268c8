import { useContactColumns } from "@/components/records/contact-columns";
import { RecordList, type RecordListProps } from "@/components/records/record-list";
import type { ContactRow } from "@/lib/catalogue/record-lists";

export function ContactRecords(props: RecordListProps<ContactRow, "name" | "relation">) {
  return <RecordList {...props} kind="contacts" columns={useContactColumns(props.parameters, props.view.request)} />;
}
