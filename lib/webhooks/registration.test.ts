import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { disconnect } from "@/lib/connections/disconnect";
import { registerAgain } from "@/lib/webhooks/register-again";
import { createTestWebhooks, type TestWebhooks } from "@/lib/webhooks/fixtures/test-webhooks";
import { settleRegistration } from "@/lib/webhooks/settle-registration";
import { webhookStanding } from "@/lib/webhooks/webhook-standing";

let it: TestWebhooks;
beforeEach(async () => {
  it = await createTestWebhooks();
});
afterEach(() => it.close());

const standing = () => webhookStanding(it.db, it.scope);
const atVendor = async (company: "business" | "plus" = "business") => (await it.sandbox.webhooks(company)).map(({ url, is_active, description }) => ({ url, is_active, description }));
const down = { kind: "serverError", when: "beforeCommit", status: 503 } as const;
const later = (milliseconds: number) => void (it.clock.ahead += milliseconds);
const cut = () => disconnect(it.engine, { actor: it.actor, vendor: "easybill" });
const operations = async () => (await it.log()).map(({ operation }) => operation);
const aDay = 24 * 60 * 60_000;

describe("after connecting", () => {
  test("the webhook is registered under an address that only a digest of is kept here", async () => {
    await it.login();
    expect(await standing()).toEqual({ state: "registering", problem: null });
    await it.settle();
    const [webhook, ...others] = await it.sandbox.webhooks("business");
    expect(others).toEqual([]);
    expect(webhook).toMatchObject({ is_active: true, description: `OutSmart ${it.connectionId}`, content_type: "json" });
    const token = String(webhook?.["url"]).split("/").at(-1) ?? "";
    expect(webhook?.["url"]).toBe(`${it.url}/api/webhooks/easybill/${token}`);
    expect(Buffer.from(token, "base64url")).toHaveLength(32);
    const stored = JSON.stringify([await it.registration(), await it.log(""), await it.db.prisma.auditEvent.findMany()]);
    expect(stored).not.toContain(token);
    expect(stored).not.toContain(String(webhook?.["secret"]));
    expect(await standing()).toMatchObject({ state: "registered", lastDeliveryAt: null });
    expect(await operations()).toEqual(["webhook.registered"]);
  });

  test("a lost answer leaves one webhook there, and its deliveries are let in meanwhile", async () => {
    await it.login();
    await it.sandbox.setFaults([{ kind: "reset", when: "afterCommit", only: { operation: "createWebhook" }, times: 1 }]);
    await it.settle();
    expect(await standing()).toMatchObject({ state: "registering", problem: { code: expect.any(String) } });
    await it.sandbox.act([{ act: "create", table: "customers", fields: { company_name: "Neu", last_name: "Neumann" } }]);
    await it.sandbox.untilDelivered();
    expect(await it.deliveries()).toMatchObject([{ event: "customer.create", state: "waiting", isSigned: true }]);
    const before = await atVendor();
    later(11_000);
    await it.settle();
    expect(await atVendor()).toEqual(before);
    expect(await standing()).toMatchObject({ state: "registered" });
  });

  test("a vendor that is away is asked again, said once in the log, and by a person's wish at once", async () => {
    await it.login();
    await it.sandbox.setFaults([down]);
    for (let tries = 0; tries < 3; tries += 1) {
      await it.settle();
      later(61_000);
    }
    expect(await operations()).toEqual(["webhook.notRegistered"]);
    expect(await it.registration()).toMatchObject({ state: "wanted", attempts: 3 });
    await it.sandbox.setFaults([]);
    await registerAgain(it.engine, { accountId: it.actor.accountId, vendor: "easybill" });
    await it.settle();
    expect(await standing()).toMatchObject({ state: "registered" });
  });

  test("an address that the vendor cannot reach is not registered, and is as soon as it can be", async () => {
    await it.login();
    const reachable = it.engine.appUrl;
    it.engine.appUrl = "http://outsmart.local";
    await it.settle();
    expect(await standing()).toEqual({ state: "impossible" });
    expect(await it.sandbox.requests({ operation: "createWebhook" })).toEqual([]);
    it.engine.appUrl = reachable;
    later(61 * 60_000);
    await it.settle();
    expect(await standing()).toMatchObject({ state: "registered" });
  });

  test("two jobs at once register one", async () => {
    await it.login();
    await Promise.all([1, 2, 3].map(() => settleRegistration(it.engine, it.connectionId)));
    expect(await atVendor()).toHaveLength(1);
    expect(await operations()).toEqual(["webhook.registered"]);
  });

  test("a connection from before there were webhooks gets one", async () => {
    await it.login();
    await it.db.prisma.webhookRegistration.deleteMany();
    await it.settle();
    expect(await atVendor()).toHaveLength(1);
  });
});

describe("a new key", () => {
  beforeEach(async () => {
    await it.login();
    await it.settle();
  });

  test("of the same company keeps one webhook, at the same address", async () => {
    const before = await atVendor();
    const apiKey = await it.sandbox.renewKey("business");
    await it.login(apiKey);
    await it.settle();
    expect(await atVendor()).toEqual(before);
    expect(await it.registration()).toMatchObject({ state: "registered", removalLogin: null });
  });

  test("of another company takes away the webhook in the former one", async () => {
    await it.login(it.sandbox.keys.plus, "plus");
    await it.settle();
    expect([await atVendor(), await atVendor("plus")]).toMatchObject([[], [{ is_active: true }]]);
  });

  test("is what a revoked one waits for, with nothing lost", async () => {
    await it.sandbox.revokeKey("business");
    later(aDay + 1);
    await it.settle();
    expect(await it.db.prisma.connection.findUnique({ where: { id: it.connectionId } })).toMatchObject({ state: "action_required", stateReason: "authentication_expired" });
    expect(await it.registration()).toMatchObject({ state: "registered" });
    await it.login(await it.sandbox.renewKey("business"));
    await it.settle();
    expect(await standing()).toMatchObject({ state: "registered" });
  });
});

describe("once a day", () => {
  beforeEach(async () => {
    await it.login();
    await it.settle();
    await it.sandbox.reset("switches");
  });
  const change = async (fields: Record<string, unknown>) => {
    const [webhook] = await it.sandbox.webhooks("business");
    await it.sandbox.act([{ act: "change", table: "webhooks", id: Number(webhook?.["id"]), fields }]);
  };

  test("a webhook that works is looked at with one request, and not before", async () => {
    await it.settle();
    later(aDay - 60_000);
    await it.settle();
    expect(await it.sandbox.requestCounts()).toEqual({});
    later(61_000);
    await it.settle();
    expect(await it.sandbox.requestCounts()).toEqual({ getWebhook: 1 });
    expect(await operations()).toEqual(["webhook.registered"]);
  });

  test("one that is gone, or switched off, is registered again", async () => {
    const before = await atVendor();
    await change({ is_active: false });
    later(aDay + 1);
    await it.settle();
    expect(await atVendor()).toEqual(before);
    const [webhook] = await it.sandbox.webhooks("business");
    await it.sandbox.act([{ act: "remove", table: "webhooks", id: Number(webhook?.["id"]) }]);
    later(aDay + 1);
    await it.settle();
    expect(await atVendor()).toEqual(before);
    expect((await it.log("webhook.repaired")).map(({ params }) => params)).toMatchObject([{ state: "inactive" }, { state: "missing" }]);
  });

  test("one that leads to where the application was before is led to where it is now, with the same door", async () => {
    const [before] = await atVendor();
    const former = it.engine.appUrl;
    it.engine.appUrl = former.replace("127.0.0.1", "localhost");
    later(aDay + 1);
    await it.settle();
    expect(await atVendor()).toMatchObject([{ url: String(before?.url).replace(former, it.engine.appUrl), is_active: true }]);
    expect((await it.log("webhook.repaired")).map(({ params }) => params)).toMatchObject([{ state: "elsewhere" }]);
    await it.sandbox.act([{ act: "create", table: "customers", fields: { company_name: "Neu", last_name: "Neumann" } }]);
    await it.sandbox.untilDelivered();
    expect(await it.deliveries()).toMatchObject([{ event: "customer.create", isSigned: true }]);
  });

  test("one is taken away where the application has moved to where the vendor cannot reach it", async () => {
    it.engine.appUrl = "http://outsmart.local";
    later(aDay + 1);
    await it.settle();
    expect(await atVendor()).toEqual([]);
    expect(await standing()).toEqual({ state: "impossible" });
  });

  test("one whose deliveries fail is a problem, said once, until one arrives again", async () => {
    const { handle } = it.door;
    it.door.handle = async () => new Response(null, { status: 502 });
    const rename = async (name: string) => {
      await it.sandbox.act([{ act: "create", table: "customers", fields: { company_name: name, last_name: "Neumann" } }]);
      await it.sandbox.untilDelivered();
    };
    later(1_000);
    await it.sandbox.advanceClock({ seconds: 5 });
    await rename("Verloren");
    later(aDay + 1);
    await it.settle();
    expect(await standing()).toMatchObject({ state: "failing", problem: { code: "webhook_failing", params: { status: 502 } } });
    later(aDay + 1);
    await it.settle();
    expect(await it.log("webhook.failing")).toMatchObject([{ level: "error", remedy: "registerAgain" }]);
    it.door.handle = handle;
    await rename("Angekommen");
    await it.settle();
    expect(await standing()).toMatchObject({ state: "registered" });
    expect(await it.log("webhook.worksAgain")).toHaveLength(1);
  });

  test("a vendor that is away then says nothing about the webhook", async () => {
    await it.sandbox.setFaults([down]);
    later(aDay + 1);
    await it.settle();
    expect(await standing()).toMatchObject({ state: "registered" });
    expect(await operations()).toEqual(["webhook.registered"]);
  });
});

describe("after disconnecting", () => {
  beforeEach(async () => {
    await it.login();
    await it.settle();
  });

  test("the webhook is removed and nothing of the login stays", async () => {
    await cut();
    expect(await standing()).toEqual({ state: "removing" });
    await it.settle();
    expect(await atVendor()).toEqual([]);
    expect(await it.registration()).toMatchObject({ state: "removed", secret: null, tokenHash: null, removalLogin: null, externalId: null });
    expect(await standing()).toEqual({ state: "none" });
  });

  test("while the vendor is down, the encrypted login is kept until it answers, also when the id was never known", async () => {
    await it.db.prisma.webhookRegistration.updateMany({ data: { externalId: null } });
    await it.sandbox.setFaults([down]);
    await cut();
    for (let tries = 0; tries < 3; tries += 1) {
      await it.settle();
      later(61_000);
    }
    const waiting = await it.registration();
    expect(waiting).toMatchObject({ state: "removing", attempts: 3, removalLogin: { secrets: { apiKey: expect.stringMatching(/^v1\./) } } });
    expect(JSON.stringify(waiting)).not.toContain(it.sandbox.keys.business);
    expect(await it.log("webhook.removalWaits")).toHaveLength(1);
    await it.sandbox.setFaults([]);
    await it.settle();
    expect(await atVendor()).toEqual([]);
    expect(await it.registration()).toMatchObject({ state: "removed", removalLogin: null });
  });

  test("with a key that no longer works it is over, and the log says what may be left", async () => {
    await cut();
    await it.sandbox.revokeKey("business");
    await it.settle();
    expect(await it.registration()).toMatchObject({ state: "removed", removalLogin: null });
    expect(await it.log("webhook.stays")).toMatchObject([{ remedy: "removeWebhook" }]);
  });

  test("connecting again before it was removed leaves one webhook", async () => {
    await it.sandbox.setFaults([down]);
    await cut();
    await it.settle();
    await it.sandbox.setFaults([]);
    await it.login();
    await it.settle();
    expect(await atVendor()).toMatchObject([{ is_active: true }]);
    expect(await it.registration()).toMatchObject({ state: "registered", removalLogin: null });
  });
});
