type Text = string | null | undefined;

/** The text on one line without spaces at its ends; null when there is nothing. */
export function lineOf(text: Text): string | null {
  return text?.replace(/\s+/g, " ").trim() || null;
}

/** The first line that says something, and at most `length` characters of it. */
export function firstLineOf(text: Text, length: number): string | null {
  const line = lineOf(text?.split(/[\r\n]+/).find((one) => one.trim() !== ""));
  if (line === null || line.length <= length) return line;
  return `${[...line].slice(0, length - 1).join("").trimEnd()}…`;
}

/** What is filled of these, in one line; null when nothing is. */
export function joinLines(texts: readonly Text[], separator = " "): string | null {
  return texts.map(lineOf).filter((text) => text !== null).join(separator) || null;
}

/** ISO 3166 code of a country as EasyBill writes it; null where it is none. */
export function countryCodeOf(text: Text): string | null {
  const code = lineOf(text)?.toUpperCase() ?? "";
  return /^[A-Z]{2}$/.test(code) ? code : null;
}
