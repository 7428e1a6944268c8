import { unescapeText } from "./unescape-text";

/** What only a real XML parser is to judge: references but XML's own five, carriage returns, the end of a CDATA section, odd characters. */
const unusual = /&(?!(?:amp|lt|gt|quot|apos);)|\]\]>|[\r\uD800-\uDFFF\uFFFE\uFFFF\u0000-\u0008\u000B\u000C\u000E-\u001F]/;

/** `F0101` or, as the letter X has it, `F0101 name="Debiteur"`. */
const plainTag = /^([A-Za-z]\w*)(?: name="[^"<]*")?$/;

const namesByTag = new Map<string, string | null>();
/** More different tags than all of Cash's tables have. */
const greatestMemory = 5000;

function nameIn(tag: string): string | null {
  const known = namesByTag.get(tag);
  if (known !== undefined) return known;
  const name = plainTag.exec(tag)?.[1] ?? null;
  if (namesByTag.size >= greatestMemory) namesByTag.clear();
  namesByTag.set(tag, name);
  return name;
}

/** Whether a character of the text is one of those that lay a document out. */
export function isSpace(text: string, position: number): boolean {
  const code = text.charCodeAt(position);
  return code === 0x20 || code === 0x0a || code === 0x09;
}

/**
 * Reads what stands between `<R0101>` and `</R0101>` where it is nothing but `<F0101>text</F0101>`, one after the other, as it nearly
 * always is: many times as fast as a parser. Null where there is anything else, be it well formed or not.
 */
export function readPlainRecord(text: string): Map<string, string> | null {
  if (unusual.test(text)) return null;
  const record = new Map<string, string>();
  for (let position = 0; position < text.length; ) {
    if (isSpace(text, position)) {
      position += 1;
      continue;
    }
    const tagEnd = text.indexOf(">", position);
    const valueEnd = text.indexOf("<", tagEnd);
    if (text[position] !== "<" || tagEnd === -1 || valueEnd === -1) return null;
    const name = nameIn(text.slice(position + 1, tagEnd));
    if (name === null || !text.startsWith(`/${name}>`, valueEnd + 1)) return null;
    record.set(name, unescapeText(text.slice(tagEnd + 1, valueEnd)));
    position = valueEnd + name.length + 3;
  }
  return record;
}
