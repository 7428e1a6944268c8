import type { Exchange } from "@/lib/connectors/connector";
import { toAppError } from "@/lib/errors";
import { isForPerson, needPerson } from "@/lib/export/postpone-export";
import { askVendor } from "@/lib/look-up/ask-vendor";
import { findWanted, type LookUpRequest, type Wanted } from "@/lib/look-up/find-wanted";
import { logAnswer, logFailure } from "@/lib/look-up/log-look-up";
import { readAnswer, type LookUpAnswer } from "@/lib/look-up/read-answer";
import { coveredKinds, switchedOnKinds } from "@/lib/sync/covered-kinds";
import type { SyncEngine } from "@/lib/sync/engine";
import { writeChanges } from "@/lib/sync/write-changes";

/**
 * Asks the vendor for one record now, writes what it has by the code of the imports, and says what came of it. An edit made here stays, unless the vendor has changed the record since.
 * @throws AppError as {@link findWanted}, and why the vendor cannot be asked now; nothing is changed then
 */
export async function lookUpRecord(engine: SyncEngine, request: LookUpRequest & { askedBy: string }): Promise<LookUpAnswer> {
  const wanted = await findWanted(engine, request);
  if (!isImported(wanted)) return { state: "switchedOff" };
  const exchanges: Exchange[] = [];
  const about = { ...wanted, askedBy: request.askedBy, exchanges };
  try {
    const change = await askVendor(engine, { ...wanted, exchanges }, (context) => wanted.lookUp.read(context, wanted.record));
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
