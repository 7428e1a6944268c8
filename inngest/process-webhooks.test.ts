import { afterEach, beforeEach, expect, test } from "vitest";
import { type Harness, startHarness } from "@/e2e/support/job-engine/harness";
import { webhookReceived, webhookUnsettled } from "@/inngest/events";
import { makeProcessWebhooks } from "@/inngest/functions/process-webhooks";
import { makeSettleWebhook } from "@/inngest/functions/settle-webhook";
import { productionTiming } from "@/lib/timing";
import { createReportingVendor, importedCustomers, type TestWebhooks } from "@/lib/webhooks/fixtures/test-webhooks";
import { createReceiver } from "@/lib/webhooks/receive-route";

let it: TestWebhooks;
let harness: Harness;
beforeEach(async () => {
  it = await createReportingVendor({ rateWindow: productionTiming.rateWindow, webhookSpacing: productionTiming.webhookSpacing });
  harness = await startHarness((client) => [makeProcessWebhooks(client, () => it.engine), makeSettleWebhook(client, () => it.engine)]);
  it.door.handle = createReceiver({
    findEngine: () => it.engine,
    afterwards: (tell) => void tell(),
    announce: async (connectionId) => {
      await harness.client.send(webhookReceived.create({ connectionId }));
    },
  });
});
afterEach(async () => {
  await harness.stop();
  await it.close();
});

const inCity = (city: string) => it.db.prisma.relation.count({ where: { city } });

test("what the vendor reports is here by itself, and what it reports again shortly after, too", async () => {
  const [id = 0] = await importedCustomers(it);
  for (const city of ["Zuerst", "Danach"]) {
    await it.sandbox.act([{ act: "change", table: "customers", id, fields: { city } }]);
    await expect.poll(() => inCity(city), { timeout: 60_000, interval: 20 }).toBe(1);
  }
  // What was written is seen before the delivery is marked.
  await expect.poll(async () => (await it.deliveries()).filter(({ state }) => state !== "processed"), { timeout: 60_000 }).toEqual([]);
});

test("deliveries that come at once are told of once, and are all worked off", async () => {
  const customers = (await importedCustomers(it)).slice(0, 15);
  await it.sandbox.act(customers.map((id, index) => ({ act: "change" as const, table: "customers" as const, id, fields: { city: `Ort ${index}` } })));
  await expect.poll(() => it.db.prisma.webhookDelivery.count({ where: { state: "processed" } }), { timeout: 60_000 }).toBe(15);
  expect(await it.db.prisma.relation.count({ where: { city: { startsWith: "Ort " } } })).toBe(15);
});

test("a webhook that is wanted is registered", async () => {
  await it.db.prisma.webhookRegistration.updateMany({ data: { state: "wanted", nextTryAt: new Date() } });
  await harness.client.send(webhookUnsettled.create({ connectionId: it.connectionId }));
  await harness.endedRunsOf("settle-webhook");
  expect(await it.registration()).toMatchObject({ state: "registered" });
});
