import { createTranslator } from "next-intl";
import { z } from "zod";
import { regionalLocales, type Locale } from "@/lib/i18n/locales";
import { loadMessages } from "@/lib/i18n/messages";

const texts = z.object({ vendorStatus: z.object({ hold: z.string(), send: z.string(), error: z.string() }) });

/** The names of the work statuses that a vendor brings, in the account's language. */
export async function nameVendorStatuses(vendor: string, locale: Locale): Promise<{ hold: string; send: string; error: string }> {
  const messages: Record<string, unknown> = await loadMessages(locale);
  const { vendorStatus } = texts.parse(messages["workOrders"]);
  const write = createTranslator({ locale: regionalLocales[locale], messages: vendorStatus });
  return { hold: write("hold", { vendor }), send: write("send", { vendor }), error: write("error") };
}
