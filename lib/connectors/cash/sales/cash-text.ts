import type { FieldMap } from "../field-map";

/** A text as Cash keeps it, and the characters that had to be written otherwise. */
export type WrittenText = { text: string; replaced: readonly string[] };

/** How people write what Cash may not keep. `|` separates values at Cash. */
const spellings: ReadonlyMap<string, string> = new Map([
  ["|", "-"], ["‘", "'"], ["’", "'"], ["‚", "'"], ["“", '"'], ["”", '"'], ["„", '"'], ["–", "-"], ["—", "-"], ["−", "-"], ["‑", "-"], ["•", "-"], ["…", "..."], ["€", "EUR"],
  ["Œ", "OE"], ["œ", "oe"], ["Š", "S"], ["š", "s"], ["Ž", "Z"], ["ž", "z"], ["ß", "ss"], ["Ł", "L"], ["ł", "l"], ["Đ", "D"], ["đ", "d"], ["ı", "i"], ["Ø", "O"], ["ø", "o"], ["Ĳ", "IJ"], ["ĳ", "ij"],
]);

const graphemes = new Intl.Segmenter("nl", { granularity: "grapheme" });

/** A text in one line, with nothing in it that Cash does not keep: known characters get another spelling, letters lose their accents, the rest becomes "?". */
export function writeText(text: string, { keptCharacters }: Pick<FieldMap, "keptCharacters">): WrittenText {
  const kept = new RegExp(keptCharacters, "u");
  const isKept = (written: string) => [...written].every((character) => kept.test(character));
  const replaced = new Set<string>();
  const line = text.normalize("NFC").replace(/\s+/gu, (space) => (space === " " ? " " : spaceFor(space, replaced))).trim();
  if (isKept(line)) return { text: line, replaced: [...replaced] };
  let written = "";
  for (const { segment } of graphemes.segment(line)) {
    if (isKept(segment)) {
      written += segment;
      continue;
    }
    replaced.add(segment);
    const plain = spellings.get(segment) ?? segment.normalize("NFKD").replace(/\p{M}+/gu, "");
    written += plain !== "" && isKept(plain) ? plain : "?";
  }
  return { text: written.replace(/ {2,}/g, " ").trim(), replaced: [...replaced] };
}

/** Only a line break says something that a space does not. */
function spaceFor(space: string, replaced: Set<string>): " " {
  if (/[\n\r\u0085\u2028\u2029]/u.test(space)) replaced.add("↵");
  return " ";
}

/** A text in pieces of at most `length` characters, broken between words where possible. */
export function wrapText(text: string, length: number): string[] {
  const lines: string[] = [];
  let left = text.trim();
  while (left.length > length) {
    const space = left.lastIndexOf(" ", length);
    const end = space > 0 ? space : length;
    lines.push(left.slice(0, end).trimEnd());
    left = left.slice(end).trimStart();
  }
  return left === "" ? lines : [...lines, left];
}
