import { afterEach, beforeEach, expect, test } from "vitest";
import { settleIssues } from "@/lib/issues/settle-issues";
import { createReportingVendor, type TestWebhooks } from "@/lib/webhooks/fixtures/test-webhooks";

let it: TestWebhooks;
beforeEach(async () => (it = await createReportingVendor()));
afterEach(() => it.close());

const A_DAY = 24 * 60 * 60_000;
const settle = () => settleIssues(it.engine, it.connectionId);
const open = (...causes: string[]) => it.db.prisma.issue.findMany({ where: { state: "open", cause: { in: causes } } });

test("deliveries that no longer arrive are an issue until one does", async () => {
  const enter = async (name: string) => {
    await it.sandbox.act([{ act: "create", table: "customers", fields: { company_name: name, last_name: "Neumann" } }]);
    await it.sandbox.untilDelivered();
  };
  const { handle } = it.door;
  it.door.handle = () => Promise.resolve(new Response(null, { status: 502 }));
  it.clock.ahead += 1_000;
  await it.sandbox.advanceClock({ seconds: 5 });
  await enter("Verloren");
  it.clock.ahead += A_DAY + 1;
  await it.settle();
  await settle();
  expect(await open("webhookDead")).toMatchObject([{ severity: "action", params: { vendor: "EasyBill", code: "webhook_failing", status: 502 } }]);
  it.door.handle = handle;
  await enter("Angekommen");
  it.clock.ahead += A_DAY + 1;
  await it.settle();
  await settle();
  expect(await open("webhookDead")).toEqual([]);
});

test("what was told of and could not be fetched is an issue until a sync has brought it in", async () => {
  const at = new Date(it.engine.timing.now().getTime() + 1_000);
  await it.db.prisma.webhookDelivery.create({
    data: {
      ...it.scope, receivedAt: at, processedAt: at, event: "customer.update", subject: { type: "record", kind: "relations", externalId: "1" }, subjectKey: "relations/1",
      isSigned: true, state: "failed", body: "", error: { code: "vendor_error", params: {} },
    },
  });
  await settle();
  expect(await open("deliveriesFailed")).toMatchObject([{ severity: "watch", recordCount: 1, records: [{ type: "delivery", event: "customer.update" }] }]);
  it.clock.ahead += 60_000;
  await it.sync();
  await settle();
  expect(await open("deliveriesFailed")).toEqual([]);
});
