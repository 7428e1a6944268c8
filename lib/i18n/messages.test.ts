import { describe, expect, it } from "vitest";
import { locales } from "@/lib/i18n/locales";
import { loadMessages } from "@/lib/i18n/messages";
import { namespaces } from "@/lib/i18n/namespaces";
import { flattenMessages, placeholdersOf } from "@/lib/i18n/test-support/message-shape";

const messages = Object.fromEntries(await Promise.all(locales.map(async (locale) => [locale, await loadMessages(locale)] as const)));
const flat = (locale: string, namespace: string) => flattenMessages(messages[locale]?.[namespace]);

describe.each(namespaces)("the texts of %s", (namespace) => {
  const english = flat("en", namespace);

  it.each(locales)("are all there in %s, and no others", (locale) => {
    expect([...flat(locale, namespace).keys()].sort()).toEqual([...english.keys()].sort());
  });

  it.each(locales)("take the same values and tags in %s", (locale) => {
    for (const [key, text] of flat(locale, namespace)) {
      expect({ key, ...placeholdersOf(text) }).toEqual({ key, ...placeholdersOf(english.get(key) ?? "") });
    }
  });

  it.each(locales)("are complete sentences in %s, without blanks at their ends", (locale) => {
    for (const [key, text] of flat(locale, namespace)) {
      expect(text.trim(), key).toBe(text);
      expect(text, key).not.toBe("");
    }
  });
});

it("the sentence for refused API users is Dutch in every language", () => {
  const sentences = locales.map((locale) => flat(locale, "errors").get("credentials_refused.message"));
  expect(new Set(sentences)).toEqual(new Set(["Gegevens API gebruiker niet geldig"]));
});
