import { RecordList, type RecordListProps } from "@/components/records/record-list";
import { useRelationColumns } from "@/components/records/relation-columns";
import type { RelationRow } from "@/lib/catalogue/record-lists";

export function RelationRecords(props: RecordListProps<RelationRow, "name" | "number" | "city">) {
  return <RecordList {...props} kind="relations" columns={useRelationColumns(props.parameters, props.view.request)} />;
}
