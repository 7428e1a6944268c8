import { exportFields } from "@/lib/connectors/schemas";
import type { Manifest } from "@/lib/connectors/connector";
import type { Prisma } from "@/lib/generated/prisma/client";
import { fallbackLocale, isLocale } from "@/lib/i18n/locales";
import { ensureVendorWorkStatuses } from "@/lib/work-statuses/ensure-vendor-work-statuses";

/**
 * Makes the work statuses that a vendor's exports go by, named in the account's language, where they are missing: on connecting,
 * and for connections from before there were exports. A vendor that only brings data in needs none.
 */
export async function ensureWorkStatuses(tx: Prisma.TransactionClient, { id: vendor, name: vendorName }: Manifest, accountId: string): Promise<void> {
  if (exportFields(vendor).length === 0) return;
  const { locale } = await tx.account.findUniqueOrThrow({ where: { id: accountId }, select: { locale: true } });
  await ensureVendorWorkStatuses(tx, { accountId, vendor, vendorName, locale: isLocale(locale) ? locale : fallbackLocale });
}
