import { requestsPerMinute } from "@/lib/budget/requests-per-minute";
import type { Exchange } from "@/lib/connectors/connector";
import type { FetchedRecords } from "@/lib/connectors/look-up";
import { AppError, toAppError } from "@/lib/errors";
import { isForPerson, needPerson } from "@/lib/export/postpone-export";
import { findWanted, type LookUpRequest, type Wanted } from "@/lib/look-up/find-wanted";
import { logAnswer, logFailure } from "@/lib/look-up/log-look-up";
import { readAnswer, type LookUpAnswer } from "@/lib/look-up/read-answer";
import { coveredKinds, switchedOnKinds } from "@/lib/sync/covered-kinds";
import type { SyncEngine } from "@/lib/sync/engine";
import { writeChanges } from "@/lib/sync/write-changes";
import { openVendorContext } from "@/lib/vendor/open-context";

/** So long somebody waits for an answer, in milliseconds: for a place in the budget, and for the vendor. */
const PATIENCE = 45_000;

/**
 * Asks the vendor for one record now, writes what it has by the code of the imports, and says what came of it. Goes before imports in the budget, as
 * what a webhook tells of does. An edit made here stays, unless the vendor has changed the record since.
 * @throws AppError as {@link findWanted}, and why the vendor cannot be asked now; nothing is changed then
 */
export async function lookUpRecord(engine: SyncEngine, request: LookUpRequest & { askedBy: string }): Promise<LookUpAnswer> {
  const wanted = await findWanted(engine, request);
  if (!isImported(wanted)) return { state: "switchedOff" };
  const exchanges: Exchange[] = [];
  const about = { ...wanted, askedBy: request.askedBy, exchanges };
  try {
    const change = await ask(engine, wanted, exchanges);
    const { id: connectionId, administration } = wanted.connection;
    const { runId, changed } = await writeChanges(engine, { connectionId, administration, change, origin: { trigger: "lookUp", requestedBy: request.askedBy } });
    const answer = await readAnswer(engine.db, { ...request, connection: wanted.connection, externalId: wanted.record.externalId, runId, changed });
    await logAnswer(engine.db, about, { answer, runId });
    return answer;
  } catch (thrown) {
    const error = toAppError(thrown);
    await engine.db.prisma.$transaction(async (tx) => {
      if (isForPerson(error)) await needPerson(tx, wanted.connection, error);
      await logFailure(tx, about, error);
    });
    throw error;
  }
}

/** Whether anything of it would be written. */
function isImported({ connector, connection, record: { kind } }: Wanted): boolean {
  const imports = switchedOnKinds(connection.settings);
  return connector.retrievals.some((retrieval) => coveredKinds(retrieval, imports).includes(kind));
}

async function ask({ db, timing, keyRing }: SyncEngine, { connection, connector, lookUp, record }: Wanted, exchanges: Exchange[]): Promise<FetchedRecords> {
  const signal = AbortSignal.timeout(PATIENCE);
  const context = openVendorContext(db, timing, connection, {
    signal,
    keyRing,
    requestsPerMinute: requestsPerMinute(connector.manifest, connection.login),
    purpose: "webhook",
    recordExchange: (exchange) => exchanges.push(exchange),
  });
  try {
    return await lookUp.read(context, record);
  } catch (error) {
    throw signal.aborted ? new AppError("vendor_slow", { kind: "transient", params: { vendor: connector.manifest.name }, cause: error }) : error;
  }
}
