import type { Prisma } from "@/lib/generated/prisma/client";
import type { WorkStatusPurpose } from "@/lib/generated/prisma/enums";
import type { Locale } from "@/lib/i18n/locales";
import { nameVendorStatuses } from "@/lib/work-statuses/vendor-status-names";

export type VendorWorkStatuses = {
  /** Not to this vendor. */
  holdId: string;
  /** To this vendor: what exports are triggered by unless the settings say otherwise. */
  sendId: string;
  /** Set after a refused export; one per account. */
  errorId: string;
};

type Wanted = { accountId: string; vendor: string; vendorName: string; locale: Locale };

/** The codes that the first vendor gets, where they are free. */
const preferredCodes = { hold: 0, send: 1, error: 99 } as const satisfies Record<WorkStatusPurpose, number>;

/**
 * The work statuses of a vendor and the account's error. Makes those that are missing, at the end of the list: codes 0, 1 and
 * 99, or the next free ones; what was renamed stays. To be called whenever they are needed: the second time it only reads.
 */
export async function ensureVendorWorkStatuses(tx: Prisma.TransactionClient, { accountId, vendor, vendorName, locale }: Wanted): Promise<VendorWorkStatuses> {
  const known = await findOf(tx, accountId, vendor);
  if (isComplete(known)) return known;
  // Of two who find one missing, the second waits here and then finds what the first has made.
  await tx.$queryRaw`SELECT id FROM account WHERE id = ${accountId}::uuid FOR NO KEY UPDATE`;
  const [found, list] = [await findOf(tx, accountId, vendor), await tx.workStatus.findMany({ where: { accountId }, select: { code: true, position: true } })];
  const names = await nameVendorStatuses(vendorName, locale);
  const taken = new Set(list.map(({ code }) => code));
  let position = Math.max(0, ...list.map((one) => one.position));
  const make = async (purpose: WorkStatusPurpose) => {
    const code = firstFree(preferredCodes[purpose], taken, purpose);
    taken.add(code);
    const data = { accountId, code, name: names[purpose], position: (position += 1), vendor: purpose === "error" ? null : vendor, purpose };
    return (await tx.workStatus.create({ data, select: { id: true } })).id;
  };
  const holdId = found.holdId ?? (await make("hold"));
  const sendId = found.sendId ?? (await make("send"));
  return { holdId, sendId, errorId: found.errorId ?? (await make("error")) };
}

type Found = { [Key in keyof VendorWorkStatuses]: string | null };

function isComplete(found: Found): found is VendorWorkStatuses {
  return found.holdId !== null && found.sendId !== null && found.errorId !== null;
}

async function findOf(tx: Prisma.TransactionClient, accountId: string, vendor: string): Promise<Found> {
  const rows = await tx.workStatus.findMany({
    where: { accountId, OR: [{ vendor, purpose: { in: ["hold", "send"] } }, { purpose: "error" }] },
    select: { id: true, purpose: true },
  });
  const idOf = (purpose: WorkStatusPurpose) => rows.find((row) => row.purpose === purpose)?.id ?? null;
  return { holdId: idOf("hold"), sendId: idOf("send"), errorId: idOf("error") };
}

/** 99 is kept for the error, also while there is none yet. */
function firstFree(from: number, taken: ReadonlySet<number>, purpose: WorkStatusPurpose): number {
  let code = from;
  while (taken.has(code) || (purpose !== "error" && code === preferredCodes.error)) code += 1;
  return code;
}
