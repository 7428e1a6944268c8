import type { Locale } from "@/lib/i18n/locales";
import { namespaces } from "@/lib/i18n/namespaces";

/** All messages of one language, by namespace. */
export async function loadMessages(locale: Locale): Promise<Record<string, Record<string, unknown>>> {
  const files = await Promise.all(
    namespaces.map(async (namespace) => {
      const file: { default: Record<string, unknown> } = await import(`./messages/${locale}/${namespace}.json`);
      return [namespace, file.default] as const;
    }),
  );
  return Object.fromEntries(files);
}
