import { useCategoryColumns, useEmployeeColumns, useHourTypeColumns, useMaterialColumns, useWarehouseColumns } from "@/components/records/catalogue-columns";
import { RecordList, type RecordListProps } from "@/components/records/record-list";
import type { CategoryRow, EmployeeRow, HourTypeRow, MaterialRow, WarehouseRow } from "@/lib/catalogue/record-lists";

type Sort = "name" | "number";

export function CategoryRecords(props: RecordListProps<CategoryRow, Sort>) {
  return <RecordList {...props} kind="categories" columns={useCategoryColumns(props.parameters, props.view.request)} />;
}

export function MaterialRecords(props: RecordListProps<MaterialRow, Sort>) {
  return <RecordList {...props} kind="materials" columns={useMaterialColumns(props.parameters, props.view.request)} />;
}

export function HourTypeRecords(props: RecordListProps<HourTypeRow, Sort>) {
  return <RecordList {...props} kind="hourTypes" columns={useHourTypeColumns(props.parameters, props.view.request)} />;
}

export function WarehouseRecords(props: RecordListProps<WarehouseRow, Sort>) {
  return <RecordList {...props} kind="warehouses" columns={useWarehouseColumns(props.parameters, props.view.request)} />;
}

export function EmployeeRecords(props: RecordListProps<EmployeeRow, Sort>) {
  return <RecordList {...props} kind="employees" columns={useEmployeeColumns(props.parameters, props.view.request)} />;
}
