import { expect, test } from "vitest";
import { loadMessages } from "@/lib/i18n/messages";
import { locales } from "@/lib/i18n/locales";
import { flattenMessages } from "@/lib/i18n/test-support/message-shape";
import { sentenceParts } from "@/lib/log/search/sentence-parts";
import { searchTerms } from "@/lib/log/search/search-terms";
import { wantedWords, wordsOf } from "@/lib/log/search/words";

test("words are read without capitals, accents and what stands around them, as a whole and in parts", () => {
  expect(wordsOf("Straße „Müller & Zonen” (e-mail)")).toEqual(expect.arrayContaining(["strasse", "zonen", "e-mail", "e", "mail"]));
  expect(wordsOf("'Order' 2026.1234:")).toEqual(["order", "2026.1234", "2026", "1234"]);
});

test("a search is some words, numbers also without the marks between their thousands", () => {
  expect(wantedWords("  Bakkerij, 5.000 bakkerij ")).toEqual([["bakkerij"], ["5.000", "5000"]]);
  expect(wantedWords("…?!")).toEqual([]);
  expect(searchTerms("?!", new Map())).toBeNull();
});

test("a sentence is taken apart into its words and when it holds them", () => {
  expect(sentenceParts("Work order {workOrder} is in {vendor}")).toEqual([{ words: ["work", "order", "is", "in"], when: [] }]);
  expect(sentenceParts("{kind, select, a {Alpha{n, plural, =0 {} one {# thing} other {things}}} other {Omega}} read")).toEqual([
    { words: ["read"], when: [] },
    { words: ["alpha"], when: ["'~kind=a'"] },
    { words: ["thing"], when: ["'~kind=a'", "'~n=1'"] },
    { words: ["things"], when: ["'~kind=a'", "!'~n=0'", "!'~n=1'"] },
    { words: ["omega"], when: ["!'~kind=a'"] },
  ]);
});

test("a word means every sentence that holds it, under the condition on which it does, and every value", () => {
  const vocabulary = new Map([
    ["sync.done", sentenceParts("Sync {kind, select, a {of alphas} other {}} finished")],
    ["sync.odd", sentenceParts("It isn''t")],
  ]);
  expect(searchTerms("fin", vocabulary)).toBe("('fin':* | '#sync.done')");
  expect(searchTerms("alpha", vocabulary)).toBe("('alpha':* | ('#sync.done' & '~kind=a'))");
  expect(searchTerms("isn't it's", vocabulary)).toBe("(('isn''t':* | '#sync.odd') & 'it''s':*)");
});

test.each(locales)("every sentence of the log in %s can be taken apart", async (locale) => {
  const { log = {}, exports = {} } = await loadMessages(locale);
  for (const [key, text] of [...flattenMessages(log), ...flattenMessages(exports)]) expect(() => sentenceParts(text), key).not.toThrow();
});
