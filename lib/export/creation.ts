import type { VendorContext } from "@/lib/connectors/connector";
import type { MissingRecord } from "@/lib/export/document/check-match";
import type { HeldIntent } from "@/lib/export/held-intent";
import { toJson, writeJournal, type JournalEvent } from "@/lib/export/journal";
import type { ExportCreation, Prisma } from "@/lib/generated/prisma/client";
import type { CreationState } from "@/lib/generated/prisma/enums";

/** A record being created at the vendor, as it is stored. */
export type Creation = ExportCreation;

export const creationKey = ({ connectionId, administration, kind, localKey }: Creation) => ({ connectionId, administration, kind, localKey });

/**
 * Sets the number of a new record aside: an article's is its code, a relation's its debtor number if the vendor can take that, else the next free one.
 * It stands in the journal before anything is sent.
 */
export async function reserveNumber(held: HeldIntent, context: VendorContext, missing: MissingRecord): Promise<Creation> {
  const { connection, intent } = held;
  const externalId = missing.kind === "article" ? missing.article.code : ((await connection.exporter.proposeRelationNumber(context, missing.party.debtorNumber)) ?? missing.key);
  return held.write(async (tx) => {
    const key = { connectionId: connection.id, administration: connection.administration ?? "", kind: missing.kind, localKey: missing.key };
    await journal(tx, held, "record.reserved", { kind: missing.kind, key: missing.key, externalId });
    await tx.exportIntent.updateMany({ where: { id: intent.id, fence: intent.fence }, data: { absentSince: null } });
    return tx.exportCreation.create({ data: { ...key, accountId: connection.accountId, externalId, state: "reserved", intentId: intent.id, createdAt: held.now() } });
  });
}

/** By which id the vendor has a record of this number now; null: it has none. */
export async function findThere({ connection: { exporter } }: HeldIntent, context: VendorContext, { kind, externalId }: Creation): Promise<string | null> {
  const found = await exporter.lookUp(context, kind === "relation" ? { relations: [externalId], articles: [] } : { relations: [], articles: [externalId] });
  return Object.values(found[kind === "relation" ? "relations" : "articles"])[0] ?? null;
}

type Move = { to: CreationState; event: JournalEvent; detail: Prisma.InputJsonObject; ticket?: string | null };

/** Moves a creation on and forgets earlier absences, in one transaction. */
export function moveCreation(held: HeldIntent, creation: Creation, { to, event, detail, ticket = null }: Move): Promise<void> {
  return held.write(async (tx) => {
    await tx.exportCreation.update({ where: { connectionId_administration_kind_localKey: creationKey(creation) }, data: { state: to, ticket } });
    await tx.exportIntent.updateMany({ where: { id: held.intent.id, fence: held.intent.fence }, data: { absentSince: null } });
    await journal(tx, held, event, { kind: creation.kind, key: creation.localKey, externalId: creation.externalId, ticket, state: to, ...detail });
  });
}

export function journal(tx: Prisma.TransactionClient, { intent }: HeldIntent, event: JournalEvent, detail: object): Promise<void> {
  return writeJournal(tx, { accountId: intent.accountId, intentId: intent.id, fence: intent.fence, event, detail: toJson(detail) });
}
