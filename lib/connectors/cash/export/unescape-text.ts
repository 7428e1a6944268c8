/** The longest reference there can be is `&#x10FFFF;`. */
const longestReference = 10;

/**
 * XML's own five references and numeric ones as the characters they stand for. `&amp;` comes last, so that nothing is read twice.
 * Whole-string replacements are several times as fast as looking at each reference.
 */
export function unescapeText(text: string): string {
  if (!text.includes("&")) return text;
  const plain = exchange(exchange(exchange(exchange(text, "&lt;", "<"), "&gt;", ">"), "&quot;", '"'), "&apos;", "'");
  return exchange(plain.includes("&#") ? plain.replace(/&#(x[0-9a-fA-F]{1,6}|\d{1,7});/g, toCharacter) : plain, "&amp;", "&");
}

/** As `replaceAll`, but without a text in between for each place, which takes twice as long. */
function exchange(text: string, reference: string, character: string): string {
  return text.includes(reference) ? text.split(reference).join(character) : text;
}

function toCharacter(reference: string, number: string): string {
  const code = number.startsWith("x") ? Number.parseInt(number.slice(1), 16) : Number(number);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : reference;
}

/** How much of a text can be unescaped already: a reference that is cut at its end has to wait for the rest. */
export function unescapableLength(text: string): number {
  const begin = text.lastIndexOf("&");
  const isCut = begin !== -1 && text.length - begin < longestReference && !text.includes(";", begin);
  return isCut ? begin : text.length;
}
