import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import type { namespaces } from "@/lib/i18n/namespaces";

type Namespace = (typeof namespaces)[number];

/** What every page's client components need. */
const everywhere = ["shell", "ui", "errors"] as const satisfies readonly Namespace[];

/**
 * Hands texts to the client components below: those of every page and the namespaces named here, and no others, so that
 * a page carries only what it shows.
 */
export async function ClientMessages({ namespaces, children }: { namespaces: readonly Namespace[]; children: ReactNode }) {
  const messages = await getMessages();
  const wanted = Object.fromEntries([...everywhere, ...namespaces].map((namespace) => [namespace, messages[namespace]]));
  return <NextIntlClientProvider messages={wanted}>{children}</NextIntlClientProvider>;
}
