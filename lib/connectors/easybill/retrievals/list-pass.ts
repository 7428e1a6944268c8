import type { Cursor, PassEvent, PassRequest } from "@/lib/connectors/connector";
import type { RecordKind, SourceRecord } from "@/lib/connectors/records";
import type { EasybillClient } from "../client";
import { readListPage, type ListAddress } from "../read-list";
import { firstPlace, placeAfter, readPlace, unreadItems } from "./list-place";

export type KindRecord = { kind: RecordKind; record: SourceRecord };

/** A list of EasyBill and what its items become. */
export type List = ListAddress & {
  /** In the order in which the records of a page are handed over. */
  kinds: readonly RecordKind[];
  /** What must be known before the first page; kept until the last one. */
  prepare?: () => Promise<Cursor>;
  reader: (aside: Cursor) => (item: unknown) => readonly KindRecord[];
};

/**
 * Reads a list from its first page to its last, each page one request and, for each kind of record in it, one page of the pass. EasyBill
 * does not say what changed, so every pass reads everything, and what is unchanged is recognised by its content. It is complete when the
 * list kept its length meanwhile; otherwise nothing counts as gone until the next pass.
 */
export async function* readListPass(client: EasybillClient, pass: PassRequest, list: List): AsyncGenerator<PassEvent> {
  const kinds = list.kinds.filter((kind) => pass.kinds.has(kind));
  let place = readPlace(pass.resume) ?? firstPlace((await list.prepare?.()) ?? null);
  const read = list.reader(place.aside);
  while (!place.isOver) {
    const page = await readListPage(client, list, place.page);
    const next = placeAfter(place, page);
    const records = unreadItems(place, page.items).flatMap(read);
    const left = kinds.slice(place.part === null ? 0 : kinds.indexOf(place.part));
    for (const [index, kind] of left.entries()) {
      const following = left[index + 1];
      yield {
        type: "page",
        kind,
        records: records.filter((one) => one.kind === kind).map(({ record }) => record),
        totalPages: page.pages,
        resume: following === undefined ? next : { ...place, part: following },
        goesOn: following !== undefined,
      };
    }
    place = next;
  }
  yield { type: "end", complete: place.isSteady ? kinds : [], cursor: { readAt: client.context.timing.now().toISOString() } };
}
