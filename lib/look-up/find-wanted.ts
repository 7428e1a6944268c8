import type { LookUp, WantedRecord } from "@/lib/connectors/look-up";
import type { ImportKind } from "@/lib/connectors/record-kinds";
import { AppError } from "@/lib/errors";
import { findAskable, type Askable } from "@/lib/look-up/askable-connection";
import type { SyncEngine } from "@/lib/sync/engine";
import { withParent } from "@/lib/webhooks/find-parent";

export type LookUpRequest = { accountId: string; kind: ImportKind; id: string; vendor: string };

/** A record here as its vendor is asked for it. */
export type Wanted = Askable & { lookUp: LookUp; record: WantedRecord };

/**
 * Finds out how a record is known to a vendor.
 * @throws AppError record_not_found, and as {@link findAskable}
 */
export async function findWanted(engine: SyncEngine, { accountId, kind, id, vendor }: LookUpRequest): Promise<Wanted> {
  const { db } = engine;
  const { connection, connector } = await findAskable(engine, { accountId, vendor });
  const link = await db.prisma.externalLink.findFirst({
    where: { accountId, connectionId: connection.id, administration: connection.administration ?? "", kind, localId: id },
    select: { externalId: true },
  });
  if (!link || !connector.lookUp?.kinds.includes(kind)) throw new AppError("record_not_found", { kind: "config", params: { kind } });
  const subject = await withParent(db, { accountId, connectionId: connection.id }, { type: "record", kind, externalId: link.externalId });
  const record = subject.type === "record" ? subject : { kind, externalId: link.externalId };
  return { connection, connector, lookUp: connector.lookUp, record };
}
