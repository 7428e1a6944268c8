import { createServer, type Server } from "node:http";
import { once } from "node:events";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { EasybillSandbox } from "@/e2e/sandbox/easybill/start";
import { createEasybillConnector } from "../connector";
import { converse, startPlainSandbox } from "../testing/passes";
import { wantedEvents } from "./events";
import { readDelivery } from "./read-delivery";

let sandbox: EasybillSandbox;
beforeAll(async () => {
  sandbox = await startPlainSandbox({ customers: 12, positions: 12 });
});
afterEach(async () => {
  await sandbox.reset("switches");
  await sandbox.reset("data");
});
afterAll(() => sandbox.stop());

const webhooks = () => {
  const { webhooks: own } = createEasybillConnector(() => ({ apiUrl: sandbox.apiUrl }));
  if (own === null) throw new Error("EasyBill tells of changes");
  return own;
};
const wanted = { url: "http://127.0.0.1:1/api/webhooks/easybill/token-0123456789abcdef", secret: "shared-secret-0123456789", label: "OutSmart 4711" };
const register = (options: Partial<typeof wanted> = {}) => webhooks().register(converse(sandbox).context, { ...wanted, ...options });
const inspect = (id: string, url = wanted.url) => webhooks().inspect(converse(sandbox).context, { id, url });

describe("a webhook", () => {
  it("is made once, with all events, and stays as it is", async () => {
    const first = await register();
    expect(await register()).toEqual(first);
    expect(await sandbox.webhooks()).toMatchObject([{ id: Number(first.id), url: wanted.url, secret: wanted.secret, description: wanted.label, content_type: "json", is_active: true, events: wantedEvents }]);
    expect((await sandbox.requestCounts())["updateWebhook"]).toBeUndefined();
    expect(await inspect(first.id)).toEqual({ state: "working", lastResponseAt: null });
    expect(await inspect(first.id, "http://127.0.0.1:1/api/webhooks/easybill/another")).toEqual({ state: "elsewhere" });
  });

  it("is mended when somebody changed it, rid of its doubles, and leaves those of others alone", async () => {
    const { id } = await register();
    const foreign = { url: "https://other.example/hook", secret: "theirs", description: "Shop", events: ["customer.create"], content_type: "json", is_active: true };
    await sandbox.act([
      { act: "change", table: "webhooks", id: Number(id), fields: { is_active: false, events: ["customer.create"] } },
      { act: "create", table: "webhooks", fields: { ...foreign, description: wanted.label } },
      { act: "create", table: "webhooks", fields: foreign },
    ]);
    expect(await inspect(id)).toEqual({ state: "inactive" });
    const again = await register({ url: `${wanted.url}new` });
    const all = await sandbox.webhooks();
    expect(again.id).toBe(id);
    expect(all.map(({ description, is_active }) => [description, is_active])).toEqual([[wanted.label, true], ["Shop", true]]);
    expect(all[0]).toMatchObject({ url: `${wanted.url}new`, events: wantedEvents });
  });

  it("is removed, also when it is gone already, and is then missing", async () => {
    const { id } = await register();
    const remove = (known: string | null) => webhooks().remove(converse(sandbox).context, { id: known, label: wanted.label });
    for (const known of [id, id, null]) await remove(known);
    expect(await sandbox.webhooks()).toEqual([]);
    expect(await inspect(id)).toEqual({ state: "missing" });
    await register();
    await remove(null);
    expect(await sandbox.webhooks()).toEqual([]);
  });

  it("leaves neither its secret nor the token of its address in the log, nor those of others", async () => {
    await sandbox.act([{ act: "create", table: "webhooks", fields: { url: "https://other.example/their-token", secret: "their-secret", description: "Shop", events: ["customer.create"], content_type: "json", is_active: true } }]);
    const { context, exchanges } = converse(sandbox);
    await webhooks().register(context, wanted);
    await webhooks().register(context, { ...wanted, secret: "another-secret-456" });
    expect(exchanges.map(({ operation }) => operation)).toEqual(["list webhooks", "create webhook", "list webhooks", "update webhook"]);
    expect(JSON.stringify(exchanges)).not.toMatch(/shared-secret|another-secret|their-secret|their-token|0123456789abcdef/);
  });
});

describe("a delivery of the sandbox", () => {
  let receiver: Server;
  let status = 204;
  const received: { headers: Record<string, string>; body: string }[] = [];
  beforeAll(async () => {
    receiver = createServer((request, response) => {
      const pieces: Buffer[] = [];
      request.on("data", (piece: Buffer) => pieces.push(piece));
      request.on("end", () => {
        const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
        received.push({ headers, body: Buffer.concat(pieces).toString() });
        response.writeHead(status).end("thanks");
      });
    }).listen(0, "127.0.0.1");
    await once(receiver, "listening");
  });
  afterAll(() => receiver.close());
  const url = () => {
    const address = receiver.address();
    return `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}/hook/token-0123456789`;
  };

  it.each([
    ["record", "X-Easybill-Signature", "valid"],
    ["id", "X-Hub-Signature-256", "valid"],
    ["bare", "X-Hub-Signature", "valid"],
    ["record", "none", "absent"],
  ] as const)("with its %s and the signature in %s is understood", async (webhookBody, signatureHeader, signature) => {
    await sandbox.changeProtocol({ webhookBody, signatureHeader });
    const { id } = await register({ url: url() });
    received.length = 0;
    const [customer] = await sandbox.customers();
    await sandbox.act([{ act: "change", table: "customers", id: customer?.id ?? 0, fields: { city: "Köln" } }]);
    await sandbox.untilDelivered();
    const [delivery] = received;
    expect(readDelivery({ headers: delivery?.headers ?? {}, body: delivery?.body ?? "", secret: wanted.secret })).toEqual({
      signature, event: "customer.update", subject: { type: "record", kind: "relations", externalId: String(customer?.id) },
    });
    expect(await inspect(id, url())).toEqual({ state: "working", lastResponseAt: expect.any(Date) });
  });

  it("that is not answered well makes the webhook a failing one", async () => {
    status = 500;
    const { id } = await register({ url: url() });
    const [customer] = await sandbox.customers();
    await sandbox.act([{ act: "change", table: "customers", id: customer?.id ?? 0, fields: { city: "Köln" } }]);
    await sandbox.untilDelivered();
    expect(await inspect(id, url())).toMatchObject({ state: "failing", status: 500, lastResponseAt: expect.any(Date) });
    status = 204;
  });
});

describe("a document that EasyBill tells of", () => {
  it("is fetched as it stands: draft, final, paid, deleted", async () => {
    const [customer] = await sandbox.customers();
    const [id] = await sandbox.act([{ act: "create", table: "documents", fields: { type: "INVOICE", customer_id: customer?.id, items: [{ description: "Arbeit", quantity: 1, single_price_net: 1000, vat_percent: 19 }] } }]);
    const stateOf = async (documentId = String(id)) => (await webhooks().fetchDocument(converse(sandbox).context, documentId))[0];
    expect(await stateOf()).toMatchObject({ state: "draft", number: null });
    await sandbox.act([{ act: "finish", id: id ?? 0 }, { act: "pay", id: id ?? 0 }]);
    expect(await stateOf()).toMatchObject({ state: "paid", totalCents: 1190, paidCents: 1190 });
    expect(await stateOf("987654")).toMatchObject({ documentId: "987654", state: "deleted" });
  });
});
