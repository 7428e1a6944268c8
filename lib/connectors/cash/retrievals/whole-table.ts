import type { PassEvent, PassRequest } from "@/lib/connectors/connector";
import type { RecordKind } from "@/lib/connectors/record-kinds";
import type { SourceRecord } from "@/lib/connectors/records";
import type { CashRecord } from "../export/record-reader";
import type { FieldMap } from "../field-map";
import type { CashSession } from "../session";
import { writeCursor } from "./cursor";
import { Pages } from "./pages";

type Table = {
  kind: RecordKind;
  command: string;
  recordName: string;
  read: (record: CashRecord, fields: FieldMap) => SourceRecord;
};

/** A small table of one kind, read completely every time. */
export async function* readWholeTable(session: CashSession, pass: PassRequest, { kind, command, recordName, read }: Table): AsyncGenerator<PassEvent> {
  const startedAt = session.context.timing.now();
  const pages = new Pages(pass.kinds);
  for await (const records of session.export(command, recordName)) {
    for (const record of records) pages.add(kind, read(record, session.fieldMap));
    yield* pages.takeFull();
  }
  yield* pages.takeAll();
  yield { type: "end", complete: [kind], cursor: writeCursor(startedAt) };
}
