import { QueryClient, QueryClientProvider, type QueryKey } from "@tanstack/react-query";
import { AppRouterContext, type AppRouterInstance } from "next/dist/shared/lib/app-router-context.shared-runtime";
import { PathnameContext, SearchParamsContext } from "next/dist/shared/lib/hooks-client-context.shared-runtime";
import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { formats } from "@/lib/i18n/formats";
import { regionalLocales, type Locale } from "@/lib/i18n/locales";
import { loadMessages } from "@/lib/i18n/messages";

/** The moment at which everything is rendered, and the account's time zone (09:40 there). */
export const renderedAt = new Date("2026-11-20T08:40:00.000Z");
const timeZone = "Europe/Amsterdam";

type Surroundings = {
  locale?: Locale;
  /** What polling components would have fetched. */
  fetched?: readonly (readonly [QueryKey, unknown])[];
  /** The address of the page. */
  path?: string;
};

/** What a person would see and could press, read from the markup the server sends. */
export type Rendered = {
  html: string;
  /** All words in reading order. */
  text: string;
  links: { words: string; href: string }[];
  /** What buttons are called; a disabled one is marked: `Sync (disabled)`. */
  buttons: string[];
};

const router: AppRouterInstance = { back: ignore, forward: ignore, refresh: ignore, push: ignore, replace: ignore, prefetch: ignore, bfcacheId: "0" };

/** Renders a component with the application's texts. A text that is missing, or lacks a value it names, is an error. */
export async function render(element: ReactNode, { locale = "en", fetched = [], path = "/" }: Surroundings = {}): Promise<Rendered> {
  const queries = new QueryClient();
  for (const [key, data] of fetched) queries.setQueryData(key, data);
  const { pathname, searchParams } = new URL(path, "https://outsmart.example");
  const messages = await loadMessages(locale);
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale={regionalLocales[locale]} messages={messages} timeZone={timeZone} now={renderedAt} formats={formats} onError={refuse}>
      <AppRouterContext value={router}>
        <PathnameContext value={pathname}>
          <SearchParamsContext value={searchParams}>
            <QueryClientProvider client={queries}>{element}</QueryClientProvider>
          </SearchParamsContext>
        </PathnameContext>
      </AppRouterContext>
    </NextIntlClientProvider>,
  );
  return { html, text: wordsOf(html), links: linksIn(html), buttons: buttonsIn(html) };
}

/** The words of a piece of markup. */
function wordsOf(html: string): string {
  const text = html.replaceAll("<wbr/>", "").replace(/<[^>]*>/g, " ").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&#x27;", "'").replaceAll("&amp;", "&");
  return text.replace(/\s+/g, " ").replace(/ (?=[.,;:!?)])/g, "").trim();
}

function linksIn(html: string): Rendered["links"] {
  return [...html.matchAll(/<a\b[^>]*?href="([^"]*)"[^>]*>(.*?)<\/a>/gs)].map(([whole, href = "", words = ""]) => ({ words: nameOf(whole, words), href: wordsOf(href) }));
}

function buttonsIn(html: string): string[] {
  return [...html.matchAll(/<button\b([^>]*)>(.*?)<\/button>/gs)].map(([whole, attributes = "", words = ""]) => `${nameOf(whole, words)}${/\sdisabled=""/.test(attributes) ? " (disabled)" : ""}`);
}

/** The name that assistive technology reads. */
function nameOf(element: string, words: string): string {
  return wordsOf(/^<[^>]*\saria-label="([^"]*)"/.exec(element)?.[1] ?? words);
}

function refuse(error: Error): never {
  throw error;
}

function ignore(): void {
  // Nobody presses anything here.
}
