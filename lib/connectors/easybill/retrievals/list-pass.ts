import type { Cursor, PassEvent, PassRequest } from "@/lib/connectors/connector";
import type { RecordKind } from "@/lib/connectors/record-kinds";
import type { SourceRecord } from "@/lib/connectors/records";
import type { EasybillClient } from "../client";
import { readListPage, type ListAddress } from "../read-list";
import { readOne } from "../read-one";
import { firstPlace, placeAfter, readPlace, unreadItems, type ListPlace } from "./list-place";

/** Records that have not turned up are asked for one by one up to this number. */
const greatestSingles = 20;

export type KindRecord = { kind: RecordKind; record: SourceRecord };

/** A list of EasyBill and what its items become. */
export type List = ListAddress & {
  /** What the log calls reading one of its items. */
  one: string;
  /** In the order in which the records of a page are handed over. */
  kinds: readonly RecordKind[];
  /** Those of them whose records bear the id of their item; the others come along with it. */
  itemKinds: readonly RecordKind[];
  /** What must be known before the first page; kept until the last one. */
  prepare?: () => Promise<Cursor>;
  reader: (aside: Cursor) => (item: unknown) => readonly KindRecord[];
};

/**
 * Reads a list from its first page to its last, each page one request and, for each kind of record in it, one page of the pass. EasyBill
 * does not say what changed, so every pass reads everything, and what is unchanged is recognised by its content.
 *
 * A record that goes while a list of several pages is read lets another one slip to a page that was read already. So whatever has not
 * turned up at the end is asked for by its id before it counts as gone. Where that would be too many requests, the list must have
 * kept its length meanwhile; otherwise nothing counts as gone until the next pass.
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
  const isCertain = place.page <= 2 || (yield* readMissing(client, pass, { ...list, kinds, read, place }));
  yield { type: "end", complete: isCertain ? kinds : [], cursor: { readAt: client.context.timing.now().toISOString() } };
}

type ReadList = Pick<List, "one" | "path" | "kinds" | "itemKinds"> & { read: (item: unknown) => readonly KindRecord[]; place: ListPlace };

/** Asks for what has not turned up, and hands over what is there after all. Out: whether the rest has certainly gone. */
async function* readMissing(client: EasybillClient, { known }: PassRequest, { one, path, kinds, itemKinds, read, place }: ReadList): AsyncGenerator<PassEvent, boolean> {
  const found: KindRecord[] = [];
  for (const asked of kinds.filter((kind) => itemKinds.includes(kind))) {
    const missing = await known.unseen(asked, greatestSingles + 1);
    if (missing.length > greatestSingles) return place.isSteady;
    for (const externalId of missing) {
      const item = await readOne(client, one, `${path}/${encodeURIComponent(externalId)}`);
      // What has become another kind of record was handed over as that.
      if (item !== null) found.push(...read(item).filter(({ kind }) => kind === asked || !itemKinds.includes(kind)));
    }
  }
  for (const kind of kinds) {
    const records = found.filter((record) => record.kind === kind).map(({ record }) => record);
    if (records.length > 0) yield { type: "page", kind, records, totalPages: place.page, resume: place, goesOn: true };
  }
  return true;
}
