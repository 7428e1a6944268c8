/** Characters that XML 1.0 has no way to write. */
const unwritable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/** A text as the content of an XML element. */
export function escapeXml(text: string): string {
  return text.replace(unwritable, "").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** Takes out what may not stand in XML but comes anyway, so that one odd character does not make a whole table unreadable. */
export function dropUnwritable(text: string): string {
  return text.search(unwritable) === -1 ? text : text.replace(unwritable, "");
}
