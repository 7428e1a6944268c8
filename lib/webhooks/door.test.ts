import { createHmac } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createTestWebhooks, type TestWebhooks } from "@/lib/webhooks/fixtures/test-webhooks";

let it: TestWebhooks;
let address = "";
let secret = "";
beforeAll(async () => {
  it = await createTestWebhooks();
  await it.login();
  await it.settle();
  const [webhook] = await it.sandbox.webhooks("business");
  address = String(webhook?.["url"]);
  secret = String(webhook?.["secret"]);
});
beforeEach(async () => {
  await it.db.prisma.webhookDelivery.deleteMany();
  await it.db.prisma.logEntry.deleteMany();
  it.announced.length = 0;
});
afterAll(() => it.close());

const update = JSON.stringify({ event: "customer.update", data: { id: 17 } });
const sign = (body: string, by = secret) => ({ "x-easybill-signature": createHmac("sha256", by).update(body).digest("hex") });
async function deliver(body: string, headers: Record<string, string> = {}, to = address): Promise<number> {
  const response = await fetch(to, { method: "POST", body, headers: { "content-type": "application/json", ...headers } });
  return response.status;
}

describe("at the door for what vendors report", () => {
  test("what is signed rightly, or not at all, is kept and told of once", async () => {
    expect([await deliver(update, sign(update)), await deliver(update)]).toEqual([204, 204]);
    expect(await it.deliveries()).toMatchObject([
      { event: "customer.update", state: "waiting", isSigned: true, subject: { type: "record", kind: "relations", externalId: "17" } },
      { isSigned: false, subjectKey: (await it.deliveries())[0]?.subjectKey },
    ]);
    expect((await it.registration()).lastDeliveryAt).not.toBeNull();
    expect(new Set(it.announced)).toEqual(new Set([it.connectionId]));
  });

  test("what is signed wrongly is turned away, and the log says so once, however often it comes", async () => {
    const forged = sign(update, "guessed");
    expect(await Promise.all([1, 2, 3, 4].map(() => deliver(update, forged)))).toEqual([401, 401, 401, 401]);
    expect(await deliver(`${update} `, sign(update))).toBe(401);
    expect([await it.deliveries(), it.announced]).toEqual([[], []]);
    expect(await it.log()).toMatchObject([{ operation: "webhook.forged", level: "warning", params: { vendor: "EasyBill" } }]);
  });

  test("an address that is not known, or of another vendor, does not exist", async () => {
    const elsewhere = [`${address}x`, address.replace("/easybill/", "/cash/"), address.replace("/easybill/", "/nobody/"), `${it.url}/api/webhooks/easybill/`];
    expect(await Promise.all(elsewhere.map((to) => deliver(update, sign(update), to)))).toEqual([404, 404, 404, 404]);
    expect(await it.deliveries()).toEqual([]);
  });

  test("a body that is too long is not read, whether it says so or not", async () => {
    expect(await deliver("x".repeat(256 * 1024 + 1))).toBe(413);
    expect(await deliver("x".repeat(256 * 1024))).toBe(204);
  });

  test("what is not of this application is kept and ignored, and nobody is called for it", async () => {
    const odd = [JSON.stringify({ event: "postbox.sent", data: { id: 4 } }), "not json at all", "", "\0{}"];
    for (const body of odd) expect(await deliver(body)).toBe(204);
    expect(await it.deliveries()).toMatchObject(odd.map(() => ({ state: "ignored", subject: { type: "unknown" } })));
    expect(it.announced).toEqual([]);
    expect(await it.log("webhook.ignored")).toHaveLength(4);
  });

  test("it is closed when the connection is cut", async () => {
    await it.db.prisma.webhookRegistration.updateMany({ data: { state: "removing" } });
    expect(await deliver(update)).toBe(404);
    await it.db.prisma.webhookRegistration.updateMany({ data: { state: "registered" } });
  });
});
