import { noteExport } from "@/lib/changes/note-export";
import type { Party } from "@/lib/connectors/sales-document";
import type { MissingRecord } from "@/lib/export/document/check-match";
import { partiesOf, partyKey } from "@/lib/export/document/party";
import { creationKey, journal, type Creation } from "@/lib/export/creation";
import type { HeldIntent } from "@/lib/export/held-intent";
import { logCreated } from "@/lib/export/log-export";
import type { Prisma } from "@/lib/generated/prisma/client";
import { readWorkOrder } from "@/lib/work-orders/read-work-order";
import { addWorkOrderEvents } from "@/lib/work-orders/work-order-events";

/** The record is at the vendor: a relation is written here too and linked, so that the next import finds it, and its work order gets the number. */
export async function concludeCreation({ held, missing }: { held: HeldIntent; missing: MissingRecord }, creation: Creation, vendorId: string): Promise<void> {
  await held.write(async (tx) => {
    const { kind, localKey, externalId } = creation;
    await tx.exportCreation.update({ where: { connectionId_administration_kind_localKey: creationKey(creation) }, data: { state: "created", vendorId } });
    await tx.exportIntent.updateMany({ where: { id: held.intent.id, fence: held.intent.fence }, data: { absentSince: null, lookUps: 0 } });
    await journal(tx, held, "record.created", { kind, key: localKey, externalId, vendorId });
    const workOrder = await tx.workOrder.findUniqueOrThrow({ where: { id: held.intent.workOrderId, accountId: held.connection.accountId }, select: { id: true, number: true } });
    const name = missing.kind === "relation" ? missing.party.name : missing.article.name;
    if (missing.kind === "relation") await linkRelation(tx, held, missing.party, creation.externalId, vendorId);
    await logCreated(tx, { connection: held.connection, workOrder, at: held.now(), exchanges: held.exchanges }, { kind, key: kind === "relation" ? held.connection.exporter.debtorNumberOf(externalId) : externalId, name });
  });
}

/** Writes the relation and its link, and what was done with it into its history. The empty digest makes the next import write the vendor's own content over it. */
async function linkRelation(tx: Prisma.TransactionClient, { connection, engine, intent }: HeldIntent, party: Party, number: string, externalId: string): Promise<void> {
  const { accountId, id: connectionId, administration } = connection;
  const debtorNumber = connection.exporter.debtorNumberOf(number);
  const content = {
    name: party.name, attention: party.contact, street: `${party.street} ${party.houseNumber}`.trim(), postalCode: party.postalCode, city: party.city,
    countryCode: party.countryCode, phone: party.phone, email: party.email,
  };
  const place = { accountId_debtorNumber: { accountId, debtorNumber } };
  const before = await tx.relation.findUnique({ where: place, select: { active: true } });
  const { id: localId } = await tx.relation.upsert({
    where: place,
    create: { accountId, debtorNumber, ...content, updatedAt: engine.timing.now() },
    update: { active: true, inactiveReason: null },
    select: { id: true },
  });
  const link = { connectionId, administration: administration ?? "", kind: "relations", externalId } as const;
  const isLinked = (await tx.externalLink.findUnique({ where: { connectionId_administration_kind_externalId: link }, select: { id: true } })) !== null;
  await tx.externalLink.upsert({
    where: { connectionId_administration_kind_externalId: link },
    create: { ...link, accountId, localId, hash: "", adopted: before !== null },
    update: {},
  });
  const step = { accountId, connectionId, workOrderId: intent.workOrderId, kind: "relations", localId } as const;
  if (!isLinked) await noteExport(tx, { ...step, what: before === null ? "created" : "linked" });
  if (before?.active === false) await noteExport(tx, { ...step, what: "reactivated" });
}

/**
 * A customer that was created under another number than the work order has, or had none, gets it now. Out: whether anything was written; then the
 * work order is another one than was read.
 */
export async function giveNumbers(held: HeldIntent, matched: Readonly<Record<string, string>>): Promise<boolean> {
  const { accountId, vendorName, id: connectionId, administration, exporter } = held.connection;
  const created = await held.engine.db.prisma.exportCreation.findMany({
    where: { connectionId, administration: administration ?? "", kind: "relation", state: "created", localKey: { in: Object.keys(matched) } },
    select: { localKey: true, externalId: true },
  });
  if (created.length === 0) return false;
  return held.write(async (tx) => {
    const workOrder = await readWorkOrder({ prisma: tx }, accountId, held.intent.workOrderId);
    const { customer, invoiceCustomer, isKnown } = partiesOf(workOrder);
    const numberOf = (party: Party | null) => {
      const externalId = party && created.find(({ localKey }) => localKey === partyKey(party))?.externalId;
      if (!externalId) return null;
      const number = exporter.debtorNumberOf(externalId);
      return number === exporter.debtorNumberOf(party.debtorNumber ?? "") ? null : number;
    };
    const numbers = { customer: isKnown ? numberOf(customer) : null, invoice: numberOf(invoiceCustomer) };
    const given = [numbers.customer, numbers.invoice].filter((number) => number !== null);
    if (given.length === 0) return false;
    await tx.workOrder.update({
      where: { id: workOrder.id, accountId },
      data: {
        ...(numbers.customer ? { customerDebtorNumber: numbers.customer } : {}),
        ...(numbers.invoice ? { invoiceDebtorNumber: numbers.invoice } : {}),
        version: { increment: 1 },
        updatedAt: held.now(),
      },
    });
    await addWorkOrderEvents(tx, given.map((debtorNumber) => ({ accountId, workOrderId: workOrder.id, actor: null, event: { kind: "customerCreated" as const, vendorName, debtorNumber } })));
    return true;
  });
}
