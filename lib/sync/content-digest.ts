import { hash } from "node:crypto";
import type { Column, Content } from "@/lib/sync/record-tables";

/** Control characters that no vendor's text holds: they part the values, and mark an absent one. */
const SEPARATOR = "\u0001";
const ABSENT = "\u0002";

/** Digest of a record's content; equal exactly when every column is. It tells change from no change and guards nothing. */
export function contentDigest(columns: readonly Column[], content: Content): string {
  let text = "";
  for (const { field } of columns) text += (content[field] ?? ABSENT) + SEPARATOR;
  return hash("sha1", text, "base64");
}
