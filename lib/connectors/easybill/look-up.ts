import { z } from "zod";
import { assertNever } from "@/lib/assert";
import type { VendorContext } from "@/lib/connectors/connector";
import type { FetchedRecords, LookUp, WantedRecord } from "@/lib/connectors/look-up";
import type { RecordKind } from "@/lib/connectors/record-kinds";
import type { EasybillClient } from "./client";
import { readOne } from "./read-one";
import { deliveryAddressId } from "./records/delivery-address";
import { positionGroupSchema } from "./records/schemas";
import { lineOf } from "./records/text";
import { readContactsOf } from "./retrievals/contacts";
import { readCustomerRecords } from "./retrievals/customers";
import type { KindRecord } from "./retrievals/list-pass";
import { readPositionRecords } from "./retrievals/positions";
import { categories, employees } from "./retrievals/small-lists";

/** EasyBill has an address for every record. */
export function createEasybillLookUp(open: (context: VendorContext) => EasybillClient): LookUp {
  return {
    kinds: ["relations", "contacts", "categories", "materials", "hourTypes", "employees"],
    read: (context, wanted) => lookUp(open(context), wanted),
  };
}

const nothing: FetchedRecords = { records: [], gone: [] };

/** What stands at EasyBill now: one request, two for a position of a group. */
async function lookUp(client: EasybillClient, { kind, externalId, parentId }: WantedRecord): Promise<FetchedRecords> {
  const ask = (operation: string, path: string) => readOne(client, operation, `${path}/${encodeURIComponent(externalId)}`);
  switch (kind) {
    case "relations": {
      const customer = await ask("get customer", "/customers");
      return found(customer === null ? [] : readCustomerRecords(customer), { relations: externalId, deliveryAddresses: deliveryAddressId(externalId) });
    }
    case "contacts":
      // A contact cannot be asked for without its customer: then the next pass that comes by finds it.
      return parentId === undefined ? nothing : { ...nothing, records: [{ kind, records: await readContactsOf(client, parentId), within: [parentId] }] };
    case "materials":
    case "hourTypes": {
      // A position is a material or an hour type; what it was before, it is no longer.
      const position = await ask("get position", "/positions");
      return found(position === null ? [] : readPositionRecords(position, await readCodeOfGroup(client, position)), { materials: externalId, hourTypes: externalId });
    }
    case "categories": {
      const group = await ask("get position group", "/position-groups");
      return found(group === null ? [] : categories.reader([])(group), { categories: externalId });
    }
    case "employees": {
      const login = await ask("get login", "/logins");
      return found(login === null ? [] : employees.reader([])(login), { employees: externalId });
    }
    case "warehouses":
      return nothing;
    default:
      return assertNever(kind);
  }
}

/** What was found, and which of the records that one answer can hold it does not. */
function found(records: readonly KindRecord[], expected: Partial<Record<RecordKind, string>>): FetchedRecords {
  const gone = (["relations", "deliveryAddresses", "categories", "materials", "hourTypes", "employees"] as const).flatMap((kind) => {
    const externalId = expected[kind];
    return externalId === undefined || records.some((one) => one.kind === kind) ? [] : { kind, externalId };
  });
  return { records: records.map(({ kind, record }) => ({ kind, records: [record] })), gone };
}

const grouped = z.looseObject({ group_id: z.int() });

async function readCodeOfGroup(client: EasybillClient, position: unknown): Promise<Map<number, string>> {
  const parsed = grouped.safeParse(position);
  if (!parsed.success) return new Map();
  const group = positionGroupSchema.safeParse(await readOne(client, "get position group", `/position-groups/${parsed.data.group_id}`));
  const code = group.success ? lineOf(group.data.number) : null;
  return group.success && code !== null ? new Map([[group.data.id, code]]) : new Map();
}
