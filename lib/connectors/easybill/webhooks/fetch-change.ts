import { z } from "zod";
import { assertNever } from "@/lib/assert";
import type { FetchedChange, WebhookSubject } from "@/lib/connectors/webhooks";
import type { EasybillClient } from "../client";
import { easybillFailure } from "../failures";
import { deletedStanding, readStanding } from "../invoices/document-standing";
import { readOne } from "../read-one";
import { deliveryAddressId } from "../records/delivery-address";
import { positionGroupSchema } from "../records/schemas";
import { lineOf } from "../records/text";
import { readContactsOf } from "../retrievals/contacts";
import { readCustomerRecords } from "../retrievals/customers";
import { readPositionRecords } from "../retrievals/positions";

const nothing: FetchedChange = { records: [], gone: [], documents: [] };

/** What stands at EasyBill now, for one subject: one request, two for a position of a group. */
export async function fetchChange(client: EasybillClient, subject: WebhookSubject): Promise<FetchedChange> {
  switch (subject.type) {
    case "unknown":
      return nothing;
    case "document":
      return fetchDocument(client, subject.documentId);
    case "record":
      switch (subject.kind) {
        case "relations":
          return fetchCustomer(client, subject.externalId);
        case "contacts":
          // A contact cannot be asked for without its customer: then the next pass that comes by finds it.
          return subject.parentId === undefined ? nothing : { ...nothing, records: [{ kind: "contacts", records: await readContactsOf(client, subject.parentId), within: [subject.parentId] }] };
        case "materials":
        case "hourTypes":
          return fetchPosition(client, subject.externalId);
        case "categories":
        case "warehouses":
        case "employees":
          // EasyBill tells nothing of these.
          return nothing;
        default:
          return assertNever(subject.kind);
      }
    default:
      return assertNever(subject);
  }
}

async function fetchDocument(client: EasybillClient, documentId: string): Promise<FetchedChange> {
  const document = await readOne(client, "get document", `/documents/${documentId}`);
  const standing = document === null ? deletedStanding(documentId) : readStanding(document);
  if (standing === null) throw easybillFailure("vendor_nonsense", { detail: { documentId } });
  return { ...nothing, documents: [standing] };
}

async function fetchCustomer(client: EasybillClient, externalId: string): Promise<FetchedChange> {
  const customer = await readOne(client, "get customer", `/customers/${externalId}`);
  const found = customer === null ? [] : readCustomerRecords(customer);
  const kinds = ["relations", "deliveryAddresses"] as const;
  const records = kinds.map((kind) => ({ kind, records: found.filter((one) => one.kind === kind).map(({ record }) => record) }));
  const absent = [{ kind: "relations" as const, externalId }, { kind: "deliveryAddresses" as const, externalId: deliveryAddressId(externalId) }];
  return { ...nothing, records: records.filter((page) => page.records.length > 0), gone: absent.filter(({ kind }) => !found.some((one) => one.kind === kind)) };
}

/** A position is a material or an hour type; what it was before, it is no longer. */
async function fetchPosition(client: EasybillClient, externalId: string): Promise<FetchedChange> {
  const position = await readOne(client, "get position", `/positions/${externalId}`);
  const found = position === null ? [] : readPositionRecords(position, await readCodeOfGroup(client, position));
  const absent = (["materials", "hourTypes"] as const).filter((kind) => !found.some((one) => one.kind === kind));
  return { ...nothing, records: found.map(({ kind, record }) => ({ kind, records: [record] })), gone: absent.map((kind) => ({ kind, externalId })) };
}

const grouped = z.looseObject({ group_id: z.int() });

async function readCodeOfGroup(client: EasybillClient, position: unknown): Promise<Map<number, string>> {
  const parsed = grouped.safeParse(position);
  if (!parsed.success) return new Map();
  const group = positionGroupSchema.safeParse(await readOne(client, "get position group", `/position-groups/${parsed.data.group_id}`));
  const code = group.success ? lineOf(group.data.number) : null;
  return group.success && code !== null ? new Map([[group.data.id, code]]) : new Map();
}
