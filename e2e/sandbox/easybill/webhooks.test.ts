import { createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { startEasybillSandbox, type EasybillSandbox } from "./start";
import { itemsOf, speak } from "./testing/wire";

interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let sandbox: EasybillSandbox;
let received: Received[] = [];
let answer = 204;
const receiver = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    received.push({ headers: request.headers, body: Buffer.concat(chunks).toString("utf8") });
    response.writeHead(answer).end();
  });
});

beforeAll(async () => {
  sandbox = await startEasybillSandbox({ customers: 5, positions: 5, protocol: { requestsPerMinute: { PLUS: 0, BUSINESS: 0 } } });
  receiver.listen(0, "127.0.0.1");
  await once(receiver, "listening");
});
afterEach(async () => {
  await sandbox.reset("data");
  received = [];
  answer = 204;
});
afterAll(async () => {
  receiver.close();
  receiver.closeAllConnections();
  await sandbox.stop();
});

const api = () => speak(sandbox.apiUrl);

function receiverUrl(): string {
  const address = receiver.address();
  return `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}/hook`;
}

const subscribe = (more: object = {}) =>
  api().post("/webhooks", {
    url: receiverUrl(),
    content_type: "json",
    secret: "geheim",
    events: ["customer.update", "document.create", "document.completed", "document.update", "document.payment_add", "document.deleted", "contact.create"],
    description: "OutSmart",
    is_active: true,
    ...more,
  });

const messageSchema = z.object({ event: z.string(), data: z.looseObject({ id: z.number() }) });
const messages = async () => {
  await sandbox.untilDelivered();
  return received.map(({ body }) => messageSchema.parse(JSON.parse(body)));
};
const events = async () => (await messages()).map(({ event }) => event);
const firstCustomer = async () => Number(itemsOf(await api().get("/customers?limit=1"))[0]?.id);
const rename = async (name: string) => sandbox.act([{ act: "change", table: "customers", id: await firstCustomer(), fields: { company_name: name } }]);

describe("a webhook", () => {
  it("is silent unless it is said to be active, and hears only of what it asked for", async () => {
    const { body, id } = await subscribe({ is_active: undefined });
    expect(body).toMatchObject({ is_active: false, secret: "geheim" });
    await rename("Still");
    expect(await events()).toEqual([]);
    await api().put(`/webhooks/${id}`, { url: receiverUrl(), content_type: "json", secret: "geheim", events: ["document.create"], description: "x", is_active: true });
    await rename("Nicht gefragt");
    await api().post("/documents", {});
    expect(await events()).toEqual(["document.create"]);
    await api().delete(`/webhooks/${id}`);
    await api().post("/documents", {});
    expect(await events()).toHaveLength(1);
  });

  it("hears of everything that happens to an invoice, whoever does it, in its order", async () => {
    await subscribe();
    const { id } = await api().post("/documents", { items: [{ single_price_net: 100 }] });
    await sandbox.act([{ act: "finish", id }, { act: "pay", id }, { act: "cancel", id }]);
    expect(await events()).toEqual(["document.create", "document.completed", "document.payment_add", "document.create", "document.completed", "document.update"]);
    const [, completed, paid] = await messages();
    expect(completed?.data).toMatchObject({ id, number: "RE-1001", is_draft: false });
    expect(paid?.data).toMatchObject({ id, paid_amount: 100 });
  });

  it("does not say whose a contact is, and nothing of what is done silently", async () => {
    await subscribe();
    const customerId = await firstCustomer();
    await sandbox.act([{ act: "create", table: "contacts", customerId, fields: { city: "Kaarst", street: "Weg 1" } }]);
    await sandbox.act([{ act: "change", table: "customers", id: customerId, fields: { phone_1: "1" } }], { silently: true });
    const [contact, ...others] = await messages();
    expect(contact).toMatchObject({ event: "contact.create" });
    expect(contact?.data).not.toHaveProperty("customer_id");
    expect(others).toEqual([]);
  });

  it("remembers how it was answered", async () => {
    const { id } = await subscribe();
    expect((await api().get(`/webhooks/${id}`)).body).not.toHaveProperty("last_response");
    answer = 500;
    await rename("Neu");
    expect(await sandbox.untilDelivered()).toMatchObject([{ outcome: "failed", status: 500, event: "customer.update", webhookId: id }]);
    expect((await api().get(`/webhooks/${id}`)).body?.last_response).toMatchObject({ code: 500 });
  });
});

describe("the signature", () => {
  it.each([
    ["X-Easybill-Signature", "sha256", ""],
    ["X-Hub-Signature-256", "sha256", "sha256="],
    ["X-Hub-Signature", "sha1", "sha1="],
  ] as const)("can be %s, over the raw body", async (signatureHeader, algorithm, prefix) => {
    await sandbox.changeProtocol({ signatureHeader });
    await subscribe();
    await rename("Größe & Söhne");
    await sandbox.untilDelivered();
    const right = (body: string) => `${prefix}${createHmac(algorithm, "geheim").update(body).digest("hex")}`;
    expect(received.map(({ headers, body }) => headers[signatureHeader.toLowerCase()] === right(body))).toEqual([true]);
    await sandbox.changeProtocol({ signsRightly: false });
    await rename("Andere");
    await sandbox.untilDelivered();
    expect(received.map(({ headers, body }) => headers[signatureHeader.toLowerCase()] === right(body))).toEqual([true, false]);
  });

  it("can be missing", async () => {
    await sandbox.changeProtocol({ signatureHeader: "none" });
    await subscribe();
    await rename("Neu");
    await sandbox.untilDelivered();
    expect(Object.keys(received[0]?.headers ?? {}).filter((name) => name.includes("signature"))).toEqual([]);
  });
});

describe("the body", () => {
  it("can be the id alone, the bare record, or a form", async () => {
    await subscribe();
    await sandbox.changeProtocol({ webhookBody: "id" });
    await rename("Eins");
    await sandbox.changeProtocol({ webhookBody: "bare" });
    await rename("Zwei");
    await sandbox.untilDelivered();
    expect(JSON.parse(received[0]?.body ?? "")).toEqual({ event: "customer.update", data: { id: await firstCustomer() } });
    expect(JSON.parse(received[1]?.body ?? "")).toMatchObject({ company_name: "Zwei" });
    expect(received[1]?.headers["x-easybill-event"]).toBe("customer.update");
    await sandbox.reset("data");
    await subscribe({ content_type: "form" });
    await rename("Drei");
    await sandbox.untilDelivered();
    expect(JSON.parse(new URLSearchParams(received[2]?.body).get("payload") ?? "")).toMatchObject({ event: "customer.update" });
  });
});

describe("a delivery that goes wrong", () => {
  const names = async () => (await messages()).map(({ data }) => data.company_name);

  it("is lost, or comes twice", async () => {
    await subscribe();
    await sandbox.setFaults([{ kind: "webhookLost", times: 1 }, { kind: "webhookTwice", skip: 1 }]);
    for (const name of ["Eins", "Zwei"]) await rename(name);
    expect(await names()).toEqual(["Zwei", "Zwei"]);
    expect((await sandbox.deliveries()).map(({ outcome }) => outcome)).toEqual(["lost", "delivered"]);
  });

  it("is late on the sandbox's clock, and overtaken", async () => {
    await subscribe();
    await sandbox.setFaults([{ kind: "webhookLate", milliseconds: 600_000, only: { contains: "Eins" } }]);
    for (const name of ["Eins", "Zwei"]) await rename(name);
    expect(await names()).toEqual(["Zwei"]);
    await sandbox.advanceClock({ minutes: 11 });
    expect(await names()).toEqual(["Zwei", "Eins"]);
  });

  it("comes in the opposite order, and what is held back comes at last", async () => {
    await subscribe();
    await sandbox.setFaults([{ kind: "webhookReversed", count: 3, patienceMilliseconds: 60_000 }]);
    for (const name of ["Eins", "Zwei", "Drei", "Vier"]) await rename(name);
    expect(await names()).toEqual(["Drei", "Zwei", "Eins"]);
    await sandbox.advanceClock({ minutes: 2 });
    expect(await names()).toEqual(["Drei", "Zwei", "Eins", "Vier"]);
  });

  it("waits for its turn when webhooks are slow", async () => {
    await sandbox.changeProtocol({ webhookDelayMilliseconds: 60_000 });
    await subscribe();
    await rename("Eins");
    expect(await names()).toEqual([]);
    await sandbox.advanceClock({ minutes: 1 });
    expect(await names()).toEqual(["Eins"]);
  });
});
