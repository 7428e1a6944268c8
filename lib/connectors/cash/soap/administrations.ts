import { z } from "zod";
import { cashFailure } from "../failures";
import type { FieldMap } from "../field-map";
import { textAt, type XmlElement } from "./xml-tree";

export type ListedAdministration = { code: string; directory: string; name: string };

const listed = z.object({ code: z.string().trim().min(1).max(50), directory: z.string().trim().max(200), name: z.string().trim().max(200) });

/**
 * The administrations in an answer: every element, however deep, that has a code. Their inner shape is not confirmed, so the names
 * of its elements come from the field map.
 * @throws AppError vendor_nonsense when one cannot be read
 */
export function listAdministrations(answer: XmlElement, fieldMap: FieldMap): ListedAdministration[] {
  return everyElement(answer).flatMap((element) => {
    const code = firstText(element, fieldMap.administrationCode);
    if (code === undefined) return [];
    const parsed = listed.safeParse({
      code,
      directory: firstText(element, fieldMap.administrationDirectory) ?? "",
      name: firstText(element, fieldMap.administrationName) ?? code,
    });
    if (!parsed.success) throw cashFailure("vendor_nonsense", { detail: "an administration cannot be read" });
    return [{ ...parsed.data, name: parsed.data.name || parsed.data.code }];
  });
}

function everyElement(element: XmlElement): XmlElement[] {
  return [element, ...element.children.flatMap(everyElement)];
}

function firstText(element: XmlElement, names: readonly string[]): string | undefined {
  for (const name of names) {
    const text = textAt(element, name);
    if (text !== undefined) return text;
  }
  return undefined;
}
