import { z } from "zod";
import type { ReadDelivery, WebhookSubject } from "@/lib/connectors/webhooks";
import { checkSignature } from "./signature";

type Delivery = { headers: Readonly<Record<string, string>>; body: string; secret: string };
type Fields = Readonly<Record<string, unknown>>;

const eventName = /^[a-z]+\.[a-z_]+$/;
const eventHeaders = ["x-easybill-event", "x-webhook-event", "x-event"] as const;
const eventFields = ["event", "event_type", "eventType", "topic", "type", "name"] as const;
/** Where the record stands, if not at the top. */
const recordFields = ["data", "payload", "object", "resource", "record"] as const;

const fieldsSchema = z.record(z.string(), z.unknown());
const idSchema = z.union([z.int().positive(), z.string().regex(/^\d{1,19}$/)]).transform(String);

/** What a delivery is about. How EasyBill writes it is documented nowhere: only an event and an id are looked for, wherever they usually stand. */
export function readDelivery(delivery: Delivery): ReadDelivery {
  const body = parseBody(delivery.body);
  const event = eventHeaders.map((name) => delivery.headers[name]).concat(eventFields.map((field) => textIn(body, field))).find((text) => text !== undefined && eventName.test(text)) ?? "";
  return { signature: checkSignature(delivery), event, subject: readSubject(event, body) };
}

function readSubject(event: string, body: Fields): WebhookSubject {
  const [about = ""] = event.split(".");
  const inside = recordFields.map((field) => body[field]).find((value) => value !== undefined && value !== null);
  const record = fieldsIn(inside) ?? (inside === undefined ? body : { id: inside });
  const idIn = (...fields: readonly string[]) => fields.flatMap((field) => idOf(record[field]) ?? idOf(body[field]) ?? [])[0];
  const id = idIn("id", "resource_id", `${about}_id`);
  switch (about) {
    case "document": {
      // A payment is told of with its own id beside the document's, or with the document itself.
      const documentId = idIn("document_id") ?? id;
      return documentId === undefined ? { type: "unknown" } : { type: "document", documentId };
    }
    case "customer":
      return id === undefined ? { type: "unknown" } : { type: "record", kind: "relations", externalId: id };
    case "contact": {
      const parentId = idIn("customer_id", "customerId") ?? idOf(fieldsIn(record["customer"])?.["id"]);
      return id === undefined ? { type: "unknown" } : { type: "record", kind: "contacts", externalId: id, ...(parentId === undefined ? {} : { parentId }) };
    }
    case "position":
      // Whether it is a material or an hour type shows when it is fetched.
      return id === undefined ? { type: "unknown" } : { type: "record", kind: "materials", externalId: id };
    default:
      return { type: "unknown" };
  }
}

/** JSON, or JSON in the field `payload` of a form; empty where it is neither. */
function parseBody(text: string): Fields {
  const json = text.trimStart().startsWith("{") ? text : (new URLSearchParams(text).get("payload") ?? "");
  try {
    return fieldsIn(JSON.parse(json)) ?? {};
  } catch {
    return {};
  }
}

function fieldsIn(value: unknown): Fields | undefined {
  const parsed = fieldsSchema.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}

function textIn(fields: Fields, name: string): string | undefined {
  const value = fields[name];
  return typeof value === "string" ? value : undefined;
}

function idOf(value: unknown): string | undefined {
  const parsed = idSchema.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}
