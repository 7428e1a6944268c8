import type { RecordKind } from "@/lib/connectors/record-kinds";
import type { Database } from "@/lib/db";

/** The record an entry is about, as it stands here now; null where it was never imported. `id` is that of its page. */
export type LoggedRecord = { kind: RecordKind; key: string; here: { id: string; name: string } | null };

type Wanted = { accountId: string; connectionId: string | null; kind: RecordKind; recordKey: string };

/** Finds the record an entry names by its number at the vendor. */
export async function findLoggedRecord(db: Database, { accountId, connectionId, kind, recordKey }: Wanted): Promise<LoggedRecord> {
  const link = connectionId
    ? await db.prisma.externalLink.findFirst({ where: { accountId, connectionId, kind, externalId: recordKey }, orderBy: { changedAt: "desc" }, select: { localId: true } })
    : null;
  return { kind, key: recordKey, here: link ? await findHere(db, accountId, kind, link.localId) : null };
}

async function findHere({ prisma }: Database, accountId: string, kind: RecordKind, id: string): Promise<LoggedRecord["here"]> {
  const query = { where: { id, accountId }, select: { id: true, name: true } } as const;
  switch (kind) {
    case "relations":
      return prisma.relation.findUnique(query);
    case "deliveryAddresses": {
      // Addresses have no page of their own.
      const address = await prisma.deliveryAddress.findUnique({ where: { id, accountId }, select: { relation: { select: { id: true, name: true } } } });
      return address?.relation ?? null;
    }
    case "contacts":
      return prisma.contact.findUnique(query);
    case "categories":
      return prisma.category.findUnique(query);
    case "materials":
      return prisma.material.findUnique(query);
    case "hourTypes":
      return prisma.hourType.findUnique(query);
    case "warehouses":
      return prisma.warehouse.findUnique(query);
    case "employees":
      return prisma.employee.findUnique(query);
  }
}
