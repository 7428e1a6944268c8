import type { Database } from "@/lib/db";

export type DeliveryAddress = {
  id: string;
  code: string;
  description: string | null;
  name: string | null;
  attention: string | null;
  street: string | null;
  postalCode: string | null;
  city: string | null;
  countryCode: string | null;
  country: string | null;
  phone: string | null;
  active: boolean;
  /** Key below sync.reason, when it is not active. */
  inactiveReason: string | null;
};

/** A relation's delivery addresses, those in use first, then by the vendor's serial number. */
export function listAddresses({ prisma }: Database, { accountId, relationId }: { accountId: string; relationId: string }): Promise<DeliveryAddress[]> {
  return prisma.deliveryAddress.findMany({
    where: { accountId, relationId },
    orderBy: [{ active: "desc" }, { code: "asc" }],
    select: {
      id: true,
      code: true,
      description: true,
      name: true,
      attention: true,
      street: true,
      postalCode: true,
      city: true,
      countryCode: true,
      country: true,
      phone: true,
      active: true,
      inactiveReason: true,
    },
  });
}
