import type { Database } from "@/lib/db";

export type ContactPerson = {
  id: string;
  name: string;
  department: string | null;
  phone: string | null;
  mobile: string | null;
  email: string | null;
  active: boolean;
  /** Key below sync.reason, when it is not active. */
  inactiveReason: string | null;
};

/** The contact persons of a relation, those in use first, then by name. */
export function listContacts({ prisma }: Database, { accountId, relationId }: { accountId: string; relationId: string }): Promise<ContactPerson[]> {
  return prisma.contact.findMany({
    where: { accountId, relationId },
    orderBy: [{ active: "desc" }, { name: "asc" }, { code: "asc" }],
    select: { id: true, name: true, department: true, phone: true, mobile: true, email: true, active: true, inactiveReason: true },
  });
}

/** The relation that a contact person belongs to; null when there is no such person in the account. */
export async function findRelationOf({ prisma }: Database, { accountId, contactId }: { accountId: string; contactId: string }): Promise<{ id: string; name: string } | null> {
  const contact = await prisma.contact.findFirst({ where: { accountId, id: contactId }, select: { relation: { select: { id: true, name: true } } } });
  return contact?.relation ?? null;
}
