/** What WinAnsi, the encoding of a PDF's standard fonts, has beside Latin-1. */
const extra = new Set("€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ");

/** Spaces that the fonts have no width for, and what is written for letters that have no plain one below. */
const spellings: ReadonlyMap<string, string> = new Map([
  ["\u202f", "\u00a0"], ["\u2009", " "], ["\u200a", " "], ["\u2212", "-"], ["\u2011", "-"], ["\u2010", "-"], ["Ł", "L"], ["ł", "l"], ["Đ", "D"], ["đ", "d"], ["ı", "i"], ["Ĳ", "IJ"], ["ĳ", "ij"],
]);

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** A text with nothing in it that the standard fonts cannot draw: letters lose a mark they do not know, anything else becomes "?". Line breaks stay. */
export function printable(text: string): string {
  let written = "";
  for (const { segment } of graphemes.segment(text.normalize("NFC").replace(/\r\n?/g, "\n").replace(/\t/g, " "))) written += isPrintable(segment) ? segment : replace(segment);
  return written;
}

function replace(segment: string): string {
  const plain = spellings.get(segment) ?? segment.normalize("NFKD").replace(/\p{M}+/gu, "");
  if (plain !== "" && isPrintable(plain)) return plain;
  return /^[\p{C}\u200b-\u200f\ufeff]+$/u.test(segment) ? "" : "?";
}

function isPrintable(text: string): boolean {
  return [...text].every((character) => character === "\n" || (character >= " " && character <= "~") || (character >= "\u00a0" && character <= "\u00ff") || extra.has(character));
}
