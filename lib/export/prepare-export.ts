import { assertNever } from "@/lib/assert";
import type { VendorContext } from "@/lib/connectors/connector";
import type { Exporter, MatchedKeys, NewRecord, Prepared, WantedKeys } from "@/lib/connectors/exporter";
import type { ExportProblem, ExportWarning } from "@/lib/connectors/export-problems";
import type { Party, SalesDocument } from "@/lib/connectors/sales-document";
import { buildDocument } from "@/lib/export/document/build-document";
import { checkMatch, wantedKeys, type MissingRecord } from "@/lib/export/document/check-match";
import { partyKey } from "@/lib/export/document/party";
import type { ExportConnection } from "@/lib/export/export-connection";
import { matchKeys } from "@/lib/export/match-keys";
import { readCatalogue } from "@/lib/export/read-catalogue";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { WorkOrderDetail } from "@/lib/work-orders/work-order-detail";

export type PreparedExport = {
  document: SalesDocument;
  prepared: Prepared;
  /** Everything that stands in the way, of the work order and of the vendor's records. */
  problems: ExportProblem[];
  warnings: ExportWarning[];
  matched: MatchedKeys;
  /** What the vendor lacks and would get first; then `prepared` holds stand-ins for its numbers. */
  toCreate: MissingRecord[];
};

/** Any number the vendor may have: only the notation of a document is tried with it. */
const STAND_IN = "1";

/** What the vendor is asked; reads only. */
export type Asking = { lookUp: (wanted: WantedKeys) => Promise<MatchedKeys>; readDetails: (matched: MatchedKeys) => Promise<Pick<MatchedKeys, "details" | "blocked">> };
type Request = { workOrder: WorkOrderDetail; reference: string | null } & Asking;

export function askVendor(exporter: Exporter, context: VendorContext): Asking {
  return {
    lookUp: (wanted) => exporter.lookUp(context, wanted),
    readDetails: async (matched) => exporter.readDetails?.(context, matched) ?? {},
  };
}

/**
 * What an export of this work order would send now. Reads only; preview and export both go this way.
 * @throws whatever asking the vendor throws
 */
export async function prepareExport(store: { prisma: Prisma.TransactionClient }, connection: ExportConnection, { workOrder, reference, lookUp, readDetails }: Request): Promise<PreparedExport> {
  const { options, exporter, vendorName } = connection;
  const catalogue = await readCatalogue(store, connection.accountId, workOrder);
  const { document, problems, warnings } = buildDocument(workOrder, options, catalogue, { vendorName, referenceLength: exporter.referenceLength, reference });
  const known = await matchKeys(store, connection, wantedKeys(document), lookUp);
  const matched = withDetails(known, await readDetails(known));
  const match = checkMatch(document, { options, catalogue, matched, vendorName });
  const prepared = exporter.prepare(numbered(document, matched), withStandIns(matched, match.toCreate), connection.exportSettings);
  const created = match.toCreate.map((missing) => exporter.describeNew(newRecord(missing, STAND_IN), connection.exportSettings));
  // A work order that is not whole has no true notation either.
  const own = problems.length > 0 ? [] : [...prepared.problems, ...created.flatMap((one) => one.problems)];
  return {
    document, prepared, matched, toCreate: match.toCreate,
    problems: [...problems, ...match.problems, ...named(own, document, vendorName)],
    warnings: [...warnings, ...prepared.warnings, ...created.flatMap((one) => one.warnings)],
  };
}

/** What is known of the records, from the look-up and besides. */
function withDetails(matched: MatchedKeys, { details, blocked }: Pick<MatchedKeys, "details" | "blocked">): MatchedKeys {
  const both = (kind: keyof WantedKeys) => [...new Set([...(matched.blocked?.[kind] ?? []), ...(blocked?.[kind] ?? [])])];
  return {
    ...matched,
    blocked: { relations: both("relations"), articles: both("articles") },
    details: { relations: { ...matched.details?.relations, ...details?.relations }, articles: { ...matched.details?.articles, ...details?.articles } },
  };
}

/** A missing record with its number at the vendor. */
export function newRecord(missing: MissingRecord, externalId: string): NewRecord {
  switch (missing.kind) {
    case "relation":
      return { kind: "relation", externalId, party: missing.party };
    case "article":
      return { kind: "article", externalId: missing.article.code, article: missing.article };
    default:
      return assertNever(missing);
  }
}

/** Every problem names its work order and the vendor, whoever found it. */
function named(problems: readonly ExportProblem[], { workOrderNumber }: SalesDocument, vendor: string): ExportProblem[] {
  return problems.map((problem) => ({ ...problem, params: { workOrder: workOrderNumber, vendor, ...problem.params } }));
}

/** A customer that has no number here yet goes under the one it has, or will have, at the vendor. */
function numbered(document: SalesDocument, matched: MatchedKeys): SalesDocument {
  const numberOf = (key: string) => (Object.hasOwn(matched.relations, key) ? matched.relations[key] : undefined) ?? key;
  const number = (party: Party): Party => (party.debtorNumber === null ? { ...party, debtorNumber: numberOf(partyKey(party)) } : party);
  return { ...document, customer: number(document.customer), invoiceCustomer: document.invoiceCustomer && number(document.invoiceCustomer) };
}

function withStandIns(matched: MatchedKeys, toCreate: readonly MissingRecord[]): MatchedKeys {
  const of = (kind: MissingRecord["kind"], id: (key: string) => string) => Object.fromEntries(toCreate.filter((one) => one.kind === kind).map(({ key }) => [key, id(key)]));
  const own = Object.values(matched.relations).map((id) => [id, id] as const);
  return { ...matched, relations: { ...Object.fromEntries(own), ...matched.relations, ...of("relation", () => STAND_IN) }, articles: { ...matched.articles, ...of("article", (key) => key) } };
}
