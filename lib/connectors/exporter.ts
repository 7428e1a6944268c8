import type { Cursor, ExportSettings, VendorContext } from "@/lib/connectors/connector";
import type { DocumentStanding } from "@/lib/connectors/document-state";
import type { ExportOptions } from "@/lib/connectors/export-settings";
import type { Party, SalesDocument } from "@/lib/connectors/sales-document";
import type { ExportProblem, ExportWarning } from "@/lib/connectors/export-problems";
import type { AppError } from "@/lib/errors";

/**
 * How a vendor takes sales documents. The export engine (`lib/export`) decides what is sent and when, and keeps the promise of "once";
 * an exporter only speaks the vendor's language. Everything here may be called again at any moment; only `send`, `create`, `discard` and
 * follow-ups write at the vendor. `settings` are the vendor's own export options, as its settings schema has parsed them.
 */
export type Exporter = {
  /** What a document is called: a key below `exports.document`. */
  document: "salesOrder" | "invoice";
  /** The engine's view of this vendor's settings. */
  readOptions: (settings: unknown) => ExportOptions;
  /** Longest reference the vendor keeps whole. */
  referenceLength: number;

  /** Pure: the document in the vendor's notation, with everything that was cut or replaced, and what makes it unsendable. */
  prepare: (document: SalesDocument, matched: MatchedKeys, settings: ExportSettings) => Prepared;

  /** Pure: what is cut or replaced in a record that would be created, and what it lacks. A relation may still be without a number (""). */
  describeNew: (record: NewRecord, settings: ExportSettings) => Pick<Prepared, "warnings" | "problems">;

  /** Asks the vendor which of these keys it knows. Reads only. */
  lookUp: (context: VendorContext, wanted: WantedKeys) => Promise<MatchedKeys>;
  /**
   * What `prepare` must know of records that are matched already, whoever matched them; handed on to it as `matched.details`, with what is
   * blocked. Reads only. Null: nothing.
   */
  readDetails: ((context: VendorContext, matched: MatchedKeys) => Promise<Pick<MatchedKeys, "details" | "blocked">>) | null;

  /** Whether a number can stand at the vendor only once: a new record that is sent twice under it is still one. */
  isNumberUnique: boolean;
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
  create: (context: VendorContext, record: NewRecord, settings: ExportSettings) => Promise<SendOutcome>;

  /** Every document with exactly this reference, in the administration of the context. Reads everything the vendor has before it answers "none". */
  find: (context: VendorContext, search: DocumentSearch) => Promise<FoundDocument[]>;
  /**
   * One document as it stands now, by its id; null: it does not stand there. A vendor that cannot be asked by id is searched for what it was sent
   * under. Reads only.
   */
  read: (context: VendorContext, documentId: string, search: DocumentSearch) => Promise<FoundDocument | null>;
  /** Pure: in which fields a found document differs from what was sent; empty: it is ours. */
  compare: (prepared: Prepared, found: FoundDocument) => Difference[];
  /** Sends the document. Never throws for what the vendor answers; a signal that aborts gives `uncertain`. */
  send: (context: VendorContext, prepared: Prepared) => Promise<SendOutcome>;
  /** What became of a transaction whose end was not seen. */
  check: (context: VendorContext, ticket: string) => Promise<TicketState>;
  /**
   * Removes a document that stands there twice because of us; never one that is final. One that is gone counts as removed. Null: the vendor
   * lets nothing be removed, so several documents are put to a person.
   */
  discard: ((context: VendorContext, documentId: string) => Promise<void>) | null;

  /** What is done with a booked document before its work order is told, by id; `Prepared.followUps` says which and in what order. */
  followUps: Readonly<Partial<Record<FollowUpId, FollowUp>>>;
  /** How documents stand that were made earlier: paid, cancelled …; null: the vendor does not tell. */
  documents: DocumentFeedback | null;
};

export const followUpIds = ["attachment", "finish", "email"] as const;
/** Key below `exports.followUp`. */
export type FollowUpId = (typeof followUpIds)[number];

export type FollowUp = {
  /** `safe`: may be done again, it looks first. `once`: what may have happened is never done again; the work order says so. */
  repeat: "safe" | "once";
  /** Whether the export is over only when it is done; otherwise a failure is a warning, and the document stays as it is. */
  isRequired: boolean;
  /** Never throws for what the vendor answers. */
  run: (context: VendorContext, subject: FollowUpSubject) => Promise<FollowUpOutcome>;
};
export type FollowUpSubject = { documentId: string; prepared: Prepared; workOrderPdf: () => Promise<{ name: string; content: Uint8Array }> };

/** `waits`: certainly nothing happened (locked, limit, no connection), and it is tried again. `failed`: the vendor says no, and will. */
export type FollowUpOutcome =
  | { outcome: "done" }
  | { outcome: "waits"; error: AppError }
  | { outcome: "failed"; error: AppError; raw: string }
  | { outcome: "uncertain"; error: AppError };

export type DocumentFeedback = {
  /** Everything of the administration that moved, in pages; each page with the cursor from which the next reading goes on. */
  readChanges: (context: VendorContext, from: DocumentsFrom) => AsyncIterable<{ standings: DocumentStanding[]; cursor: Cursor }>;
};

/**
 * Since the cursor; null: since the day given. `drafts`: ids of the documents that were drafts when they were last heard of; a vendor whose drafts
 * can be deleted says of each that is gone that it is `deleted`, since nothing that moved can say so.
 */
export type DocumentsFrom = { cursor: Cursor; since: Date; drafts: readonly string[] };

/** `since`: when the first intent with this reference was made. `sent`: what the last try sent, where there was one. */
export type DocumentSearch = { reference: string; since: Date; sent: PreparedContent | null };

/** Keys as this application knows them. */
export type WantedKeys = { relations: readonly string[]; articles: readonly string[] };
/** Key here → external id at the vendor; a key that is not there is not known to the vendor. */
export type MatchedKeys = {
  relations: Readonly<Record<string, string>>;
  articles: Readonly<Record<string, string>>;
  /** Keys of those that the vendor has blocked. They are known all the same: nothing is created over them, and `prepare` says what is wrong. */
  blocked?: WantedKeys;
  /** What the vendor says of them besides, by external id and in its own words; only its `prepare` reads it. */
  details?: { relations: MatchDetails; articles: MatchDetails };
};
export type MatchDetails = Readonly<Record<string, Readonly<Record<string, string>>>>;

export type NewRecord =
  | { kind: "relation"; externalId: string; party: Party }
  | { kind: "article"; externalId: string; article: { code: string; name: string; unit: string | null; price: string | null; type: "material" | "hourType" } };

/** `content` is plain JSON in the vendor's notation: it is hashed, journalled, previewed and compared. */
export type Prepared = {
  reference: string;
  content: PreparedContent;
  warnings: ExportWarning[];
  problems: ExportProblem[];
  /** What it comes to at the vendor where that is something else than `SalesDocument.totals` says, such as for a customer without VAT. */
  totals?: SalesDocument["totals"];
  /** What is done with the document once it is booked, in this order. Journalled with the content. */
  followUps: readonly FollowUpId[];
};
export type PreparedContent = { head: Readonly<Record<string, string>>; lines: readonly Readonly<Record<string, string>>[] };

export type FoundDocument = {
  id: string;
  /** As people know it; a draft without a number is known by its title. */
  number: string;
  /** Where it can be seen, if there is an address. */
  url: string | null;
  date: string | null;
  customer: string | null;
  content: PreparedContent;
  /** How it stands there; null: the vendor does not tell, and it counts as final. Only a draft is ever discarded. */
  standing: DocumentStanding | null;
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
