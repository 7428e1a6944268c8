import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { readDelivery } from "./read-delivery";

const secret = "a secret of forty characters ...........";
const read = (body: unknown, headers: Record<string, string> = {}) => readDelivery({ headers, body: typeof body === "string" ? body : JSON.stringify(body), secret });
const customer = { type: "record", kind: "relations", externalId: "7" };

describe("what a delivery is about", () => {
  it.each([
    ["the record", { event: "customer.update", data: { id: 7, company_name: "Kornblume" } }, {}],
    ["its id", { event: "customer.update", data: { id: 7 } }, {}],
    ["its id as text", { event: "customer.update", data: { id: "7" } }, {}],
    ["the id alone", { event: "customer.update", data: 7 }, {}],
    ["everything at the top", { event_type: "customer.update", customer_id: 7 }, {}],
    ["another envelope", { type: "customer.update", payload: { id: 7, type: "CUSTOMER" } }, {}],
    ["a bare record, the event in a header", { id: 7, name: "customer.delete" }, { "x-easybill-event": "customer.update" }],
    ["a form", `payload=${encodeURIComponent(JSON.stringify({ event: "customer.update", data: { id: 7 } }))}`, {}],
  ])("is found where it comes as %s", (_, body, headers) => {
    expect(read(body, headers)).toEqual({ signature: "absent", event: "customer.update", subject: customer });
  });

  it.each([
    ["position.create", { id: 9, type: "SERVICE" }, { type: "record", kind: "materials", externalId: "9" }],
    ["document.completed", { id: 5 }, { type: "document", documentId: "5" }],
    ["document.payment_add", { id: 31, document_id: 5 }, { type: "document", documentId: "5" }],
    ["document.payment_add", { id: 5, is_draft: false, customer_id: 7 }, { type: "document", documentId: "5" }],
    ["contact.update", { id: 3 }, { type: "record", kind: "contacts", externalId: "3" }],
    ["contact.update", { id: 3, customer_id: 7 }, { type: "record", kind: "contacts", externalId: "3", parentId: "7" }],
    ["contact.update", { id: 3, customer: { id: 7 } }, { type: "record", kind: "contacts", externalId: "3", parentId: "7" }],
    ["postbox.sent", { id: 3 }, { type: "unknown" }],
    ["project.create", { id: 3 }, { type: "unknown" }],
    ["customer.update", { id: -3 }, { type: "unknown" }],
    ["customer.update", { id: "../documents/1" }, { type: "unknown" }],
    ["customer.update", {}, { type: "unknown" }],
  ])("%s of %j is read as it should be", (event, data, subject) => {
    expect(read({ event, data })).toMatchObject({ event, subject });
  });

  it.each(["", "{", "[]", "null", "7", "payload=", "payload=%7B", "<xml/>", `{"event":7}`, `{"event":"customer.update","data":null}`])("is unknown in a body that cannot be read: %s", (body) => {
    expect(read(body)).toMatchObject({ signature: "absent", subject: { type: "unknown" } });
  });
});

describe("the signature of a delivery", () => {
  const body = JSON.stringify({ event: "customer.update", data: { id: 7, city: "Köln" } });
  const digest = (algorithm: string, encoding: "hex" | "base64", key = secret) => createHmac(algorithm, key).update(body).digest(encoding);

  it.each([
    ["x-easybill-signature", digest("sha256", "hex")],
    ["x-easybill-signature", digest("sha256", "hex").toUpperCase()],
    ["x-easybill-signature", digest("sha256", "base64")],
    ["x-easybill-signature", digest("sha1", "hex")],
    ["x-hub-signature-256", `sha256=${digest("sha256", "hex")}`],
    ["x-hub-signature", `sha1=${digest("sha1", "hex")}`],
  ])("is right in %s", (name, value) => {
    expect(read(body, { [name]: value }).signature).toBe("valid");
  });

  it.each([
    ["of another secret", { "x-easybill-signature": digest("sha256", "hex", "another") }],
    ["that is empty", { "x-easybill-signature": "" }],
    ["that is too short", { "x-hub-signature-256": "sha256=00" }],
    ["beside a right one", { "x-easybill-signature": digest("sha256", "hex"), "x-hub-signature": `sha1=${"0".repeat(40)}` }],
  ])("is wrong %s", (_, headers) => {
    expect(read(body, headers)).toMatchObject({ signature: "invalid", subject: customer });
  });
});
