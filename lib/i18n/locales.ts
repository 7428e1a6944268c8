/** The languages of the application. The Dutch sentence on refused API users stays Dutch in all of them. */
export const locales = ["en", "nl", "de", "pt"] as const;
export type Locale = (typeof locales)[number];

export const localeNames: Record<Locale, string> = { en: "English", nl: "Nederlands", de: "Deutsch", pt: "Português" };

/** How each language writes dates and numbers: that of the country its texts are from. */
export const regionalLocales = { en: "en-GB", nl: "nl-NL", de: "de-DE", pt: "pt-PT" } as const satisfies Record<Locale, string>;
export type RegionalLocale = (typeof regionalLocales)[Locale];

/** The language of a request, from what next-intl's `getLocale` and `useLocale` answer. */
export function languageOf(locale: RegionalLocale): Locale {
  return locales.find((language) => regionalLocales[language] === locale) ?? fallbackLocale;
}

/** Where the browser's language and the cookie say nothing. */
export const fallbackLocale: Locale = "en";

export const localeCookie = "outsmart-locale";

export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}

/** The first language of an Accept-Language header that the application speaks, or the given one. */
export function negotiateLocale(header: string | null, otherwise: Locale = fallbackLocale): Locale {
  const wanted = (header ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", quality] = part.trim().split(";q=");
      return { language: tag.slice(0, 2).toLowerCase(), quality: quality === undefined ? 1 : Number(quality) };
    })
    .sort((a, b) => b.quality - a.quality);
  return wanted.map((one) => one.language).find(isLocale) ?? otherwise;
}
