import type { Prepared } from "@/lib/connectors/exporter";
import { buildDocument } from "@/lib/export/document/build-document";
import type { HeldIntent } from "@/lib/export/held-intent";
import { readCatalogue } from "@/lib/export/read-catalogue";
import { fallbackLocale, isLocale } from "@/lib/i18n/locales";
import { renderWorkOrderPdf } from "@/lib/work-orders/pdf/render-work-order-pdf";
import { readWorkOrder } from "@/lib/work-orders/read-work-order";

/** The work order of an export as a PDF in the account's language, with the lines of today's settings. `totals`: what the document that was sent comes to, if that is something else. */
export async function workOrderPdf({ engine, connection, intent }: HeldIntent, { totals }: Pick<Prepared, "totals">): Promise<{ name: string; content: Uint8Array }> {
  const { accountId, options, vendorName, exporter, locale, timeZone } = connection;
  const workOrder = await readWorkOrder(engine.db, accountId, intent.workOrderId);
  const { name: accountName } = await engine.db.prisma.account.findUniqueOrThrow({ where: { id: accountId }, select: { name: true } });
  const catalogue = await readCatalogue(engine.db, accountId, workOrder);
  const { document } = buildDocument(workOrder, options, catalogue, { vendorName, referenceLength: exporter.referenceLength, reference: intent.reference });
  const content = await renderWorkOrderPdf({ accountName, workOrder, document: { ...document, totals: totals ?? document.totals }, locale: isLocale(locale) ? locale : fallbackLocale, timeZone });
  // Only what every file system takes.
  return { name: `${workOrder.number.replace(/[^\p{L}\p{N}._-]+/gu, "-")}.pdf`, content };
}
