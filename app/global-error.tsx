"use client";

import { useSyncExternalStore } from "react";
import { fallbackLocale, isLocale, type Locale } from "@/lib/i18n/locales";
import deShell from "@/lib/i18n/messages/de/shell.json";
import enShell from "@/lib/i18n/messages/en/shell.json";
import nlShell from "@/lib/i18n/messages/nl/shell.json";
import ptShell from "@/lib/i18n/messages/pt/shell.json";
import deUi from "@/lib/i18n/messages/de/ui.json";
import enUi from "@/lib/i18n/messages/en/ui.json";
import nlUi from "@/lib/i18n/messages/nl/ui.json";
import ptUi from "@/lib/i18n/messages/pt/ui.json";
import "./globals.css";

const texts: Record<Locale, { title: string; body: string; retry: string }> = {
  en: { title: enShell.error.title, body: enShell.error.bodyWithoutNumber, retry: enUi.error.retry },
  nl: { title: nlShell.error.title, body: nlShell.error.bodyWithoutNumber, retry: nlUi.error.retry },
  de: { title: deShell.error.title, body: deShell.error.bodyWithoutNumber, retry: deUi.error.retry },
  pt: { title: ptShell.error.title, body: ptShell.error.bodyWithoutNumber, retry: ptUi.error.retry },
};

/** When even the layout cannot be made: no provider is there, so it speaks the browser's language from the same files. */
export default function GlobalError({ retry }: { error: unknown; retry: () => void }) {
  const language = useSyncExternalStore(
    () => () => undefined,
    () => navigator.language.slice(0, 2),
    () => fallbackLocale,
  );
  const locale = isLocale(language) ? language : fallbackLocale;
  return (
    <html lang={locale}>
      <body>
        <title>{texts[locale].title}</title>
        <main className="mx-auto grid max-w-xl justify-items-start gap-2 p-8">
          <h1>{texts[locale].title}</h1>
          <p className="text-fg-2">{texts[locale].body}</p>
          <button type="button" className="mt-4 h-(--control-h) rounded-md bg-accent px-3.5 font-medium text-on-accent" onClick={() => retry()}>
            {texts[locale].retry}
          </button>
        </main>
      </body>
    </html>
  );
}
