/** Longest term the database keeps. */
const LONGEST = 120;
const edges = /^[„“”‚‘’«»…·–—•→.,;:!?"'()<>{}[\]/\\|_+*=&%@~#-]+|[„“”‚‘’«»…·–—•→.,;:!?"'()<>{}[\]/\\|_+*=&%@~#-]+$/g;
const separators = /[\s„“”‚‘’«»…·–—•→.,;:!?"'()<>{}[\]/\\|_+*=&%@~#-]+/;
/** What a letter is written as where taking the accent away does not help. */
const plainLetters: Readonly<Record<string, string>> = { ß: "ss", æ: "ae", ø: "o", ł: "l", đ: "d", ı: "i" };

/** A text without capitals and accents, as the database's `plain_text` makes it. */
function plainText(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[ßæøłđı]/g, (letter) => plainLetters[letter] ?? letter);
}

/** The words of a text, each as a whole and in its parts: "e-mail." is "e-mail", "e" and "mail". */
export function wordsOf(text: string): string[] {
  const plain = plainText(text);
  return [...new Set([...plain.split(/\s+/).map((word) => word.replace(edges, "")), ...plain.split(separators)])].filter(Boolean);
}

/** The words of a search, at most eight, each with the ways in which it may be written: 5.000 is 5000 too. */
export function wantedWords(search: string): string[][] {
  const words = plainText(search).split(/\s+/).map((word) => word.replace(edges, "").slice(0, LONGEST)).filter(Boolean);
  return [...new Set(words)].slice(0, 8).map((word) => (/^\d{1,3}([.,]\d{3})+$/.test(word) ? [word, word.replace(/[.,]/g, "")] : [word]));
}
