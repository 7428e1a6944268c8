import type { Locale } from "@/lib/i18n/locales";
import { loadMessages } from "@/lib/i18n/messages";
import { term } from "@/lib/log/search/term";
import { sentenceParts, type SentencePart } from "@/lib/log/search/sentence-parts";
import { wordsOf } from "@/lib/log/search/words";

/** The sentences an entry of the log may have in one language: key as entries keep it → the words the sentence holds by itself. */
export type Vocabulary = ReadonlyMap<string, readonly SentencePart[]>;

const vocabularies = new Map<Locale, Promise<Vocabulary>>();

/** What the sentences of the log say in a language, made once per process. */
export function readVocabulary(locale: Locale): Promise<Vocabulary> {
  const known = vocabularies.get(locale) ?? makeVocabulary(locale);
  vocabularies.set(locale, known);
  return known;
}

async function makeVocabulary(locale: Locale): Promise<Vocabulary> {
  const { log = {}, exports = {} } = await loadMessages(locale);
  // Texts of the page itself, and what is to be done, stand in no row of the log.
  const { panel: _panel, remedy: _remedy, ...sentences } = log;
  const own = textsIn(sentences).map(([key, text]) => [key, sentenceParts(text)] as const);
  const named = [...namedWords("field", exports["field"]), ...namedWords("record", exports["record"])];
  const problems = textsIn(exports["problem"])
    .filter(([key]) => key.endsWith(".message"))
    .map(([key, text]) => [`exports.problem.${key}`, [...sentenceParts(text), ...named.filter(({ name }) => text.includes(`{${name}`)).map(({ part }) => part)]] as const);
  return new Map([...own, ...problems]);
}

/** Fields and kinds of records that the sentences of the exports name in the reader's language. */
function namedWords(name: string, names: unknown): { name: string; part: SentencePart }[] {
  return textsIn(names).map(([key, text]) => ({ name, part: { words: wordsOf(text), when: [term(`~${name}=${key}`)] } }));
}

function textsIn(group: unknown, path = ""): [string, string][] {
  if (typeof group === "string") return [[path, group]];
  if (typeof group !== "object" || group === null) return [];
  return Object.entries(group).flatMap(([key, value]) => textsIn(value, path === "" ? key : `${path}.${key}`));
}
