/**
 * A text as the content of an XML element. A carriage return is written as a reference, as a reader would turn it into a line
 * feed. Whole-string replacements are used because a callback per character took most of the time of a large export.
 */
export function escapeXml(text: string): string {
  if (!/[&<>\r]/.test(text)) return text;
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("\r", "&#13;");
}
