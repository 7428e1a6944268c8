import { readImportStanding, type ImportStanding } from "@/lib/catalogue/import-standing";
import { listRecords, type ListDefinition, type RecordList, type RecordListRequest } from "@/lib/catalogue/list-records";
import { listedKinds } from "@/lib/catalogue/listed-kinds";
import { readRecordState } from "@/lib/catalogue/record-state";
import type { ImportKind } from "@/lib/connectors/record-kinds";
import type { Database } from "@/lib/db";
import { listNotImported, notImportedSorts, type NotImportedRecord, type NotImportedSort } from "@/lib/not-imported/list-not-imported";
import { parameterOf, readListRequest, type ListRequest, type SearchParams } from "@/lib/paging/list-request";
import type { Page } from "@/lib/paging/read-page";

export type NotImportedView = { tab: "notImported"; request: ListRequest<NotImportedSort>; list: Page<NotImportedRecord> & { total: number } };
export type RecordsView<Row, Sort extends string> = { tab: "records"; request: RecordListRequest<Sort>; list: RecordList<Row> };

/** What the page of a kind shows: its import's standing, and of its two tabs the one that was asked for. */
export type ListView<Row, Sort extends string> = {
  kind: ImportKind;
  parameters: SearchParams;
  standing: ImportStanding;
  content: RecordsView<Row, Sort> | NotImportedView;
};

type Asked = { accountId: string; kind: ImportKind; parameters: SearchParams };

export async function readListView<Row extends { id: string }, Sort extends string>(
  db: Database,
  definition: ListDefinition<Row, Sort>,
  sorts: readonly [Sort, ...Sort[]],
  { accountId, kind, parameters }: Asked,
): Promise<ListView<Row, Sort>> {
  const readContent = async (): Promise<ListView<Row, Sort>["content"]> => {
    if (parameterOf(parameters, "tab") === "not-imported") {
      const request = readListRequest(parameters, notImportedSorts);
      return { tab: "notImported", request, list: await listNotImported(db, { ...request, accountId, kinds: listedKinds[kind] }) };
    }
    const request = { ...readListRequest(parameters, sorts), accountId, state: readRecordState(parameterOf(parameters, "state")) };
    return { tab: "records", request, list: await listRecords(db, definition, request) };
  };
  const [standing, content] = await Promise.all([readImportStanding(db, { accountId, kind }), readContent()]);
  return { kind, parameters, standing, content };
}
