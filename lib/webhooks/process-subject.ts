import { assertNever } from "@/lib/assert";
import type { Exchange, VendorContext } from "@/lib/connectors/connector";
import type { DocumentStanding } from "@/lib/connectors/document-state";
import type { FetchedRecords } from "@/lib/connectors/look-up";
import type { WebhookSubject } from "@/lib/connectors/webhooks";
import { toAppError } from "@/lib/errors";
import { noteDocuments } from "@/lib/export/note-documents";
import { coveredKinds, switchedOnKinds } from "@/lib/sync/covered-kinds";
import type { SyncEngine } from "@/lib/sync/engine";
import { writeChanges } from "@/lib/sync/write-changes";
import { needsParent, withParent } from "@/lib/webhooks/find-parent";
import { settleFailure, type Aftermath } from "@/lib/webhooks/settle-failure";
import { settleSubject } from "@/lib/webhooks/settle-subject";
import { readTold, type Told } from "@/lib/webhooks/waiting-subjects";
import { openWebhookContext, type WebhookConnection } from "@/lib/webhooks/webhook-connection";

/**
 * Fetches one thing that deliveries are about, writes it by the code of the imports, and is done with those deliveries that were there before it was
 * fetched; later ones mean something newer. Out: whether the next one may be tried.
 */
export async function processSubject(engine: SyncEngine, connection: WebhookConnection, subjectKey: string): Promise<Aftermath> {
  const scope = { accountId: connection.accountId, connectionId: connection.id };
  const waiting = await readTold(engine.db, { ...scope, subjectKey });
  if (!waiting) return { goesOn: true, until: null };
  const subject = await withParent(engine.db, scope, waiting.subject);
  const end = { connection, subject, told: waiting, exchanges: [] };
  if (!isWanted(connection, subject)) return settleSubject(engine, { ...end, result: { outcome: "switchedOff" } });
  if (needsParent(subject)) return settleSubject(engine, { ...end, result: { outcome: "withoutParent" } });
  const exchanges: Exchange[] = [];
  let told = waiting;
  try {
    const fetched = await fetchSubject(engine, connection, { subject, told, exchanges });
    told = fetched.told;
    const result = await write(engine, connection, fetched);
    return await settleSubject(engine, { connection, subject, told, exchanges, result });
  } catch (thrown) {
    return settleFailure(engine, { connection, subject, told, exchanges, error: toAppError(thrown) });
  }
}

/** Whether anything of it would be written: an import that may bring it is switched on. Documents always are. */
function isWanted({ connector, settings }: WebhookConnection, subject: WebhookSubject): boolean {
  if (subject.type !== "record") return true;
  const imports = switchedOnKinds(settings);
  return connector.retrievals.some((retrieval) => retrieval.kinds.includes(subject.kind) && coveredKinds(retrieval, imports).length > 0);
}

type Found = { change: FetchedRecords; documents: readonly DocumentStanding[] };
type Fetched = { found: Found; told: Told; seenAt: Date };

/** What stands at the vendor, and what had been told of it when the vendor was asked: waiting for a place in the budget may take a minute. */
async function fetchSubject(engine: SyncEngine, connection: WebhookConnection, { subject, told, exchanges }: { subject: WebhookSubject; told: Told; exchanges: Exchange[] }): Promise<Fetched> {
  const { db, timing } = engine;
  const context = openWebhookContext(engine, connection, exchanges);
  let begun: { told: Told; seenAt: Date } | null = null;
  const begin = async () => {
    const latest = await readTold(db, { accountId: connection.accountId, connectionId: connection.id, subjectKey: told.subjectKey });
    return { told: latest ?? told, seenAt: timing.now() };
  };
  const asking: VendorContext = {
    ...context,
    takeBudget: async () => {
      await context.takeBudget();
      begun ??= await begin();
    },
  };
  const before = { told, seenAt: timing.now() };
  const found = await findSubject(connection, asking, subject);
  return { found, ...(begun ?? before) };
}

const nothing: Found = { change: { records: [], gone: [] }, documents: [] };

async function findSubject({ connector, webhooks }: WebhookConnection, context: VendorContext, subject: WebhookSubject): Promise<Found> {
  switch (subject.type) {
    case "record":
      return connector.lookUp ? { ...nothing, change: await connector.lookUp.read(context, subject) } : nothing;
    case "document":
      return { ...nothing, documents: await webhooks.fetchDocument(context, subject.documentId) };
    case "unknown":
      return nothing;
    default:
      return assertNever(subject);
  }
}

async function write(engine: SyncEngine, { accountId, id: connectionId, connector }: WebhookConnection, { found: { change, documents: standings }, told, seenAt }: Fetched) {
  const { runId, changed } = await writeChanges(engine, { connectionId, change, origin: { trigger: "webhook", deliveries: told.ids.length } });
  const isExported = connector.exporter !== null && standings.length > 0;
  const documents = isExported ? await noteDocuments(engine, { accountId, connectionId, standings, seenAt }) : 0;
  return { outcome: "processed", runId, changed: changed + documents, kind: change.records.find(({ records }) => records.length > 0)?.kind ?? null } as const;
}
