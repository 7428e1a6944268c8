import { RecordList, type RecordListProps } from "@/components/records/record-list";
import { useRelationColumns } from "@/components/records/relation-columns";
import type { RelationRow } from "@/lib/catalogue/record-lists";

export function RelationRecords(props: RecordListProps<RelationRow, "name" | "number" | "city">) {
  const { parameters, view, standing } = props;
  const home = standing.state === "notConnected" ? "NL" : standing.country;
  return <RecordList {...props} kind="relations" columns={useRelationColumns(parameters, view.request, home)} />;
}
