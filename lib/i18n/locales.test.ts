import { describe, expect, it } from "vitest";
import { languageOf, locales, negotiateLocale, regionalLocales } from "@/lib/i18n/locales";

describe("the language of a visitor", () => {
  it.each([
    ["de-DE,de;q=0.9,en;q=0.8", "de"],
    ["fr-FR,fr;q=0.9,pt;q=0.7,nl;q=0.8", "nl"],
    ["pt-BR", "pt"],
    ["fr", "en"],
    ["", "en"],
    [null, "en"],
  ])("%s is answered in %s", (header, locale) => {
    expect(negotiateLocale(header)).toBe(locale);
  });
});

it("every language is found again from the country it writes dates for", () => {
  expect(locales.map((locale) => languageOf(regionalLocales[locale]))).toEqual([...locales]);
});
