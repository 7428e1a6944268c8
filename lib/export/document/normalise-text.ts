/** Whatever any system calls the end of a line. */
const lineBreaks = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/u;
/** Control characters that end no line, marks of byte order and spaces without width: nobody sees them, and printers and importers stumble. */
const unseen = /[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\u200B\u2060\uFEFF]/gu;
/** Half of a pair: no text at all, and no encoder takes it. */
const halfCharacters = /[\uD800-\uDFFF]/gu;

/**
 * A text without surprises: one line, accents in one piece, single spaces, nothing invisible. Letters, signs and emoji stay: what a vendor
 * cannot hold is for its exporter to replace, with a warning.
 */
export function oneLine(text: string): string {
  return text.replace(unseen, "").replace(halfCharacters, "\uFFFD").normalize("NFC").replace(/[\s\u0085]+/gu, " ").trim();
}

/** The lines of a longer text, each as `oneLine` has it, without the empty ones. */
export function textLines(text: string): string[] {
  return text.split(lineBreaks).map(oneLine).filter((line) => line !== "");
}
