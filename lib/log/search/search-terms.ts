import type { Vocabulary } from "@/lib/log/search/vocabulary";
import { allOf, anyOf, term } from "@/lib/log/search/term";
import { wantedWords } from "@/lib/log/search/words";

/**
 * What an entry must have for each word of a search to begin a word of its sentence, as the reader sees it, or of what it is
 * about: in the notation of PostgreSQL's searches, over `log_entry.search_terms`. Null where nothing is searched for.
 */
export function searchTerms(search: string, vocabulary: Vocabulary): string | null {
  const words = wantedWords(search);
  return words.length === 0 ? null : allOf(words.map((ways) => anyOf([...ways.map((way) => `${term(way)}:*`), ...keysWith(ways, vocabulary)])));
}

/** The sentences that hold a word by themselves. */
function keysWith(ways: readonly string[], vocabulary: Vocabulary): string[] {
  return [...vocabulary].flatMap(([key, parts]) => {
    const holding = parts.filter(({ words }) => words.some((word) => ways.some((way) => word.startsWith(way))));
    if (holding.length === 0) return [];
    const sentence = term(`#${key}`);
    // One branch that is always there makes the others idle.
    return holding.some(({ when }) => when.length === 0) ? [sentence] : [allOf([sentence, anyOf(holding.map(({ when }) => allOf(when)))])];
  });
}
