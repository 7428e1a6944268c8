import type { VendorContext } from "@/lib/connectors/connector";
import type { ExportOptions } from "@/lib/connectors/export-settings";
import type { Party, SalesDocument } from "@/lib/connectors/sales-document";
import type { ExportProblem, ExportWarning } from "@/lib/connectors/export-problems";
import type { AppError } from "@/lib/errors";

/**
 * How a vendor takes sales documents. The export engine (`lib/export`) decides what is sent and when, and keeps the promise of "once";
 * an exporter only speaks the vendor's language. Everything here may be called again at any moment; only `send` and `create`
 * write at the vendor.
 */
export type Exporter = {
  /** What a document is called: a key below `exports.document`. */
  document: "salesOrder" | "invoice";
  /** The engine's view of this vendor's settings. */
  readOptions: (settings: unknown) => ExportOptions;
  /** Longest reference the vendor keeps whole. */
  referenceLength: number;

  /** Pure: the document in the vendor's notation, with everything that was cut or replaced, and what makes it unsendable. */
  prepare: (document: SalesDocument, matched: MatchedKeys) => Prepared;

  /** Pure: what is cut or replaced in a record that would be created, and what it lacks. A relation may still be without a number (""). */
  describeNew: (record: NewRecord) => Pick<Prepared, "warnings" | "problems">;

  /** Asks the vendor which of these keys it knows. Reads only. */
  lookUp: (context: VendorContext, wanted: WantedKeys) => Promise<MatchedKeys>;

  /** Pure: the debtor number by which people and the imports here know a relation, from its external id. */
  debtorNumberOf: (externalId: string) => string;
  /**
   * A number for a new relation, without writing anything at the vendor: the wanted one when nothing at all stands under it, else the next
   * free one; null: the vendor numbers it itself.
   */
  proposeRelationNumber: (context: VendorContext, wanted: string | null) => Promise<string | null>;
  /**
   * Creates one relation or article. Safe to repeat with the same number: it reads the number first. The same record there is
   * completed where something is missing and counts as booked; another one is left alone (`relationNumberTaken`).
   */
  create: (context: VendorContext, record: NewRecord) => Promise<SendOutcome>;

  /** Every document with exactly this reference, in the administration of the context. `since`: when the intent was made. Reads everything the vendor has before it answers "none". */
  find: (context: VendorContext, reference: string, since: Date) => Promise<FoundDocument[]>;
  /** Pure: in which fields a found document differs from what was sent; empty: it is ours. */
  compare: (prepared: Prepared, found: FoundDocument) => Difference[];
  /** Sends the document. Never throws for what the vendor answers; a signal that aborts gives `uncertain`. */
  send: (context: VendorContext, prepared: Prepared) => Promise<SendOutcome>;
  /** What became of a transaction whose end was not seen. */
  check: (context: VendorContext, ticket: string) => Promise<TicketState>;
};

/** Keys as this application knows them. */
export type WantedKeys = { relations: readonly string[]; articles: readonly string[] };
/** Key here → external id at the vendor; a key that is not there is not known to the vendor. */
export type MatchedKeys = {
  relations: Readonly<Record<string, string>>;
  articles: Readonly<Record<string, string>>;
  /** Keys of those that the vendor has blocked. They are known all the same: nothing is created over them, and `prepare` says what is wrong. */
  blocked?: WantedKeys;
};

export type NewRecord =
  | { kind: "relation"; externalId: string; party: Party }
  | { kind: "article"; externalId: string; article: { code: string; name: string; unit: string | null; price: string | null; type: "material" | "hourType" } };

/** `content` is plain JSON in the vendor's notation: it is hashed, journalled, previewed and compared. */
export type Prepared = {
  reference: string;
  content: PreparedContent;
  warnings: ExportWarning[];
  problems: ExportProblem[];
};
export type PreparedContent = { head: Readonly<Record<string, string>>; lines: readonly Readonly<Record<string, string>>[] };

export type FoundDocument = {
  id: string;
  /** As people know it. */
  number: string;
  /** Where it can be seen, if there is an address. */
  url: string | null;
  date: string | null;
  customer: string | null;
  content: PreparedContent;
};

/** `field` is a key below `exports.field`; `line` counts from 1 where a line differs. */
export type Difference = { field: string; line?: number; expected: string; found: string };

/**
 * What is known after a request that writes:
 * - `booked`: the vendor says so; the document's number may still have to be looked up by its reference (`documentId` null)
 * - `pending`: taken, and being worked on under this ticket
 * - `refused`: the vendor's validation says no; look up before believing it
 * - `notSent`: certainly nothing was booked: no connection was made, rate limit, token, rights or administration
 * - `uncertain`: it may have been booked
 */
export type SendOutcome =
  | { outcome: "booked"; documentId: string | null; ticket: string | null }
  | { outcome: "pending"; ticket: string }
  | { outcome: "refused"; problems: ExportProblem[]; ticket: string | null; raw: string }
  | { outcome: "notSent"; error: AppError }
  | { outcome: "uncertain"; error: AppError; ticket: string | null };

/** `unknown`: the vendor does not know the ticket, which proves that nothing was or will be booked under it. */
export type TicketState = { state: "pending" } | { state: "done" } | { state: "refused"; problems: ExportProblem[]; raw: string } | { state: "unknown" };
