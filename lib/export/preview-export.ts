import { requestsPerMinute } from "@/lib/budget/requests-per-minute";
import type { MatchedKeys } from "@/lib/connectors/exporter";
import { AppError, toAppError } from "@/lib/errors";
import { partyKey } from "@/lib/export/document/party";
import type { ExportEngine } from "@/lib/export/engine";
import { readExportConnection, type ExportConnection } from "@/lib/export/export-connection";
import type { ExportPreview } from "@/lib/export/export-preview";
import { findEnd, revisionAnew } from "@/lib/export/gone-document";
import { findNewestIntent } from "@/lib/export/newest-intent";
import { prepareExport, type Asking, type PreparedExport } from "@/lib/export/prepare-export";
import { openVendorContext } from "@/lib/vendor/open-context";
import { readWorkOrder } from "@/lib/work-orders/read-work-order";

type Request = { accountId: string; workOrderId: string; connectionId: string };

/**
 * What an export of a work order would send now, made as the export makes it. Asks the vendor, and sends nothing; when the vendor cannot be asked,
 * it says so and shows the rest.
 * @throws AppError work_order_not_found, not_connected when the connection is not one of the account that exports
 */
export async function previewExport(engine: ExportEngine, { accountId, workOrderId, connectionId }: Request): Promise<ExportPreview> {
  const connection = await readExportConnection(engine.db, engine.findConnector, connectionId, engine.timing.now());
  if (connection?.accountId !== accountId) throw new AppError("not_connected", { kind: "config" });
  const stored = await readWorkOrder(engine.db, accountId, workOrderId);
  const intent = await findNewestIntent(engine.db.prisma, { accountId, connectionId, workOrderId });
  const document = intent && (await engine.db.prisma.exportedDocument.findUnique({ where: { intentId: intent.id, accountId } }));
  // What takes the place of a document that is gone has a reference of its own.
  const workOrder = intent?.state === "finished" && findEnd(document) !== null ? { ...stored, revision: revisionAnew(stored, intent) } : stored;
  const reference = intent?.revision === workOrder.revision ? intent.reference : null;
  const asked = { error: null as AppError | null };
  const asking = askWhenNeeded(engine, connection);
  const prepared = await prepareExport(engine.db, connection, {
    workOrder,
    reference,
    lookUp: (wanted) => asking.lookUp(wanted).catch((thrown: unknown) => {
      asked.error = toAppError(thrown);
      // Everything counts as known, so that nothing is said about what could not be asked.
      return { relations: asKnown(wanted.relations), articles: asKnown(wanted.articles) };
    }),
    readDetails: (matched) => asked.error ? Promise.resolve({}) : asking.readDetails(matched).catch((thrown: unknown) => {
      asked.error = toAppError(thrown);
      return {};
    }),
  });
  return describe(connection, prepared, asked.error);
}

const asKnown = (keys: readonly string[]) => Object.fromEntries(keys.map((key) => [key, key]));

/** The login is opened only when something has to be asked. */
function askWhenNeeded(engine: ExportEngine, connection: ExportConnection): Asking {
  const context = () => openVendorContext(engine.db, engine.timing, connection, {
    signal: new AbortController().signal,
    keyRing: engine.keyRing,
    requestsPerMinute: requestsPerMinute(connection.connector.manifest, connection.login),
    purpose: "export",
    recordExchange: () => {},
  });
  return {
    lookUp: async (wanted) => connection.exporter.lookUp(context(), wanted),
    readDetails: async (matched) => connection.exporter.readDetails?.(context(), matched) ?? {},
  };
}

function describe({ vendor, vendorName, administrationName }: ExportConnection, { document, prepared, problems, warnings, matched, toCreate }: PreparedExport, error: AppError | null): ExportPreview {
  return {
    vendor,
    vendorName,
    administration: administrationName,
    document: { ...document, totals: prepared.totals ?? document.totals },
    content: problems.length > 0 ? null : prepared.content,
    problems,
    warnings,
    customer: customerOf(document.customer, matched, toCreate, error),
    toCreate: toCreate.map((one) => ({ kind: one.kind, key: one.kind === "article" ? one.article.code : (one.party.debtorNumber ?? ""), name: one.kind === "article" ? one.article.name : one.party.name })),
    followUps: prepared.followUps,
    error: error && { code: error.code, params: error.params },
  };
}

function customerOf(customer: PreparedExport["document"]["customer"], matched: MatchedKeys, toCreate: PreparedExport["toCreate"], error: AppError | null): ExportPreview["customer"] {
  const key = partyKey(customer);
  const externalId = Object.hasOwn(matched.relations, key) ? matched.relations[key] : undefined;
  if (toCreate.some((one) => one.kind === "relation" && one.key === key)) return { state: "new" };
  if (externalId === undefined) return { state: "missing" };
  return error ? { state: "unchecked" } : { state: "known", externalId };
}
