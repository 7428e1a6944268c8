import type { VendorContext } from "@/lib/connectors/connector";
import type { ImportKind, RecordKind } from "@/lib/connectors/record-kinds";
import type { SourceRecord } from "@/lib/connectors/records";

/**
 * How a vendor is asked for one record: because a person wants to see what stands there now, or because the vendor told that it has changed.
 * What is found is written by the code of the imports.
 */
export type LookUp = {
  /** What can be asked for by its id; an import has more. */
  kinds: readonly ImportKind[];
  /**
   * What stands at the vendor now; at most a few requests.
   * @throws AppError as every request does
   */
  read: (context: VendorContext, wanted: WantedRecord) => Promise<FetchedRecords>;
};

/** A record by its external id. `parentId`: external id of the relation it hangs under, where that is known. */
export type WantedRecord = { kind: ImportKind; externalId: string; parentId?: string };

/**
 * Records as a page of an import has them; `within`: external ids of relations under which everything of the kind stands here. `gone`: what does not
 * exist there any more.
 */
export type FetchedRecords = {
  records: readonly { kind: RecordKind; records: SourceRecord[]; within?: readonly string[] }[];
  gone: readonly { kind: RecordKind; externalId: string }[];
};
