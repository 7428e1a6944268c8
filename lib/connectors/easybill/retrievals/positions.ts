import { z } from "zod";
import type { PassRequest } from "@/lib/connectors/connector";
import { lineOf } from "../records/text";
import type { EasybillClient } from "../client";
import { readWholeList, type ListAddress } from "../read-list";
import { readPosition, type CategoryCodes } from "../records/position";
import { readItem } from "../records/read-item";
import { positionGroupSchema, positionSchema } from "../records/schemas";
import type { KindRecord, List } from "./list-pass";

export const groupList: ListAddress = { operation: "list position groups", path: "/position-groups" };

const codesSchema = z.array(z.tuple([z.int(), z.string()]));

/**
 * The positions: products are materials, services are hour types. A position names its group by id, so the groups are read first where
 * materials are asked for; where only hour types are, EasyBill hands over services alone.
 */
export function positions(client: EasybillClient, { kinds }: Pick<PassRequest, "kinds">): List {
  const hasMaterials = kinds.has("materials");
  return {
    operation: "list positions",
    one: "get position",
    path: "/positions",
    ...(hasMaterials ? {} : { query: { type: "SERVICE" } }),
    kinds: ["materials", "hourTypes"],
    itemKinds: ["materials", "hourTypes"],
    prepare: async () => (hasMaterials ? [...(await readCategoryCodes(client))] : []),
    reader: (aside) => {
      const codes = new Map(codesSchema.parse(aside));
      return (item) => readPositionRecords(item, codes);
    },
  };
}

/** A position as what it becomes; nothing for a text. */
export function readPositionRecords(item: unknown, codes: CategoryCodes): KindRecord[] {
  const position = readItem(positionSchema, item);
  if (!position.ok) return [{ kind: isService(item) ? "hourTypes" : "materials", record: position.record }];
  const read = readPosition(position.item, codes);
  return read === null ? [] : [read];
}

async function readCategoryCodes(client: EasybillClient): Promise<Map<number, string>> {
  const codes = new Map<number, string>();
  for await (const item of readWholeList(client, groupList)) {
    const group = positionGroupSchema.safeParse(item);
    const code = group.success ? lineOf(group.data.number) : null;
    if (group.success && code !== null) codes.set(group.data.id, code);
  }
  return codes;
}

function isService(item: unknown): boolean {
  return z.looseObject({ type: z.literal("SERVICE") }).safeParse(item).success;
}
