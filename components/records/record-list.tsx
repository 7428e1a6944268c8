import { useTranslations } from "next-intl";
import { ListEmpty } from "@/components/records/list-empty";
import { DataTable, type DataColumn } from "@/components/ui/data-table";
import { KeysetPager } from "@/components/ui/keyset-pager";
import { ListFilter } from "@/components/ui/list-filter";
import { ListSearch } from "@/components/ui/list-search";
import { ListToolbar } from "@/components/ui/list-toolbar";
import type { ImportStanding } from "@/lib/catalogue/import-standing";
import type { RecordsView } from "@/lib/catalogue/read-list-view";
import { recordStates } from "@/lib/catalogue/record-state";
import type { ImportKind } from "@/lib/connectors/record-kinds";
import type { SearchParams } from "@/lib/paging/list-request";

type ListedRecord = { id: string; active: boolean };

export type RecordListProps<Row extends ListedRecord, Sort extends string> = {
  view: RecordsView<Row, Sort>;
  parameters: SearchParams;
  standing: ImportStanding;
  isAdministrator: boolean;
};

type KindProps<Row> = { kind: ImportKind; columns: readonly DataColumn<Row>[] };

/** The records of one kind: search, filter, table, pages. */
export function RecordList<Row extends ListedRecord, Sort extends string>(props: RecordListProps<Row, Sort> & KindProps<Row>) {
  const { kind, view, parameters, columns, standing, isAdministrator } = props;
  const t = useTranslations("records");
  const kinds = useTranslations("sync.kind");
  const { request, list } = view;
  const isSearched = request.search !== "" || request.state !== "active" || request.position.at !== "start";
  if (list.rows.length === 0 && !isSearched) return <ListEmpty kind={kind} standing={standing} isSearched={false} isAdministrator={isAdministrator} />;
  return (
    <>
      <ListToolbar count={t(`count.${kind}`, { count: list.total })}>
        <ListSearch label={t(`search.${kind}`)} />
        <ListFilter
          name="state"
          label={t("filter.state")}
          value={request.state}
          standard="active"
          options={recordStates.map((value) => ({ value, label: t(`filter.${value}`) }))}
        />
        <SortChoice columns={columns} sort={request.sort} label={t("filter.sort")} />
      </ListToolbar>
      {list.rows.length === 0 ? (
        <ListEmpty kind={kind} standing={standing} isSearched isAdministrator={isAdministrator} />
      ) : (
        <DataTable label={kinds(kind)} columns={columns} rows={list.rows} keyOf={(row) => row.id} isQuiet={(row) => !row.active} />
      )}
      <KeysetPager parameters={parameters} page={list} />
    </>
  );
}

/** On a phone the column heads are gone, and with them their sorting. */
function SortChoice<Row>({ columns, sort, label }: { columns: readonly DataColumn<Row>[]; sort: string; label: string }) {
  const options = columns.flatMap((column) => (column.sort ? [{ value: column.name, label: column.header }] : []));
  return <ListFilter name="sort" label={label} value={sort} standard={options[0]?.value ?? ""} options={options} className="sm:hidden max-sm:!w-auto max-sm:flex-1" />;
}
