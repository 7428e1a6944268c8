import type { SettingChange } from "@/lib/connections/compare-settings";
import type { Connector } from "@/lib/connectors/connector";
import type { ImportKind } from "@/lib/connectors/record-kinds";
import { AppError } from "@/lib/errors";
import { logger } from "@/lib/logger";
import type { SyncEngine } from "@/lib/sync/engine";
import { requestRun } from "@/lib/sync/request-run";

type FirstSync = { accountId: string; connectionId: string; changes: readonly SettingChange[]; requestedBy: string };

/**
 * After a save: asks for a sync of what has never been read in this administration, so that nobody waits for the next
 * slot. It reads as an automatic one does (local edits of records matched with the vendor's stay), so imports that are read by hand
 * only wait for the hand. Out: the run, or null when nothing is new or the account may not sync now.
 */
export async function requestFirstSync(engine: SyncEngine, connector: Connector, { accountId, connectionId, changes, requestedBy }: FirstSync): Promise<string | null> {
  const isSwitch = changes.some((change) => change.field === "administration");
  const switchedOn = changes.flatMap((change) => (change.field === "import" && change.after ? [change.kind] : []));
  if (!isSwitch && switchedOn.length === 0) return null;
  const { administration, settings } = await engine.db.prisma.connection.findUniqueOrThrow({
    where: { id: connectionId, accountId },
    select: { administration: true, settings: true },
  });
  const { imports } = connector.settingsSchema.parse(settings);
  const read = await engine.db.prisma.importCheckpoint.findMany({
    where: { connectionId, administration: administration ?? "", lastReadAt: { not: null } },
    select: { kind: true },
  });
  const wanted = (isSwitch ? connector.manifest.imports : switchedOn).filter((kind) => imports[kind] === true);
  const kinds = wanted.filter((kind) => isAutomatic(connector, kind) && !read.some((checkpoint) => checkpoint.kind === kind));
  if (kinds.length === 0) return null;
  try {
    const { runId } = await requestRun(engine.db, { accountId, connectionId, trigger: "first", kinds, requestedBy }, engine.findConnector);
    return runId;
  } catch (error) {
    // Saving is possible at any time; reading needs a licence and an administration. The page says which is missing.
    // Whatever else it is: the settings are stored, and must not look as if they were not. The schedule asks again.
    if (!(error instanceof AppError && error.kind === "config")) logger.error({ err: error, connectionId }, "The first sync after a save could not be requested");
    return null;
  }
}

function isAutomatic({ retrievals }: Connector, kind: ImportKind): boolean {
  return retrievals.some((retrieval) => retrieval.schedule === "automatic" && retrieval.imports.includes(kind));
}
