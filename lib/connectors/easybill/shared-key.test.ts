import { afterEach, beforeEach, expect, test } from "vitest";
import { getRun } from "@/lib/runs/get-run";
import { advanceImport } from "@/lib/sync/advance-import";
import { claimRun } from "@/lib/sync/claim-run";
import { work } from "@/lib/sync/fixtures/test-engine";
import { requestRun } from "@/lib/sync/request-run";
import { createTestWebhooks, type TestWebhooks } from "@/lib/webhooks/fixtures/test-webhooks";

let it: TestWebhooks;
beforeEach(async () => {
  it = await createTestWebhooks();
  await it.login();
  await it.switchOn();
});
afterEach(() => it.close());

/** What another connection or other software does with the same key, so that its minute is used up before ours. */
async function useUpTheMinute(): Promise<void> {
  const requestsPerMinute = 20;
  await it.sandbox.changeProtocol({ requestsPerMinute: { PLUS: requestsPerMinute, BUSINESS: requestsPerMinute } });
  let status = 200;
  while (status === 200) status = (await fetch(`${it.sandbox.apiUrl}/logins`, { headers: { Authorization: `Bearer ${it.sandbox.keys.business}` } })).status;
  expect(status).toBe(429);
}

test("a sync that meets a limit which others have used up says so, waits for its next minute and comes to its end", async () => {
  await useUpTheMinute();
  const { accountId, connectionId } = it.scope;
  const { runId } = await requestRun(it.db, { accountId, connectionId, trigger: "manual", requestedBy: null }, it.engine.findConnector);
  const claim = await claimRun(it.engine, connectionId, "worker");
  const [retrieval = ""] = claim?.retrievals ?? [];
  if (claim === null) throw new Error("The sync could not be claimed");
  const advance = await advanceImport(it.engine, { runId, fence: claim.fence, retrieval, attempt: 0, isLastTry: false });
  expect(advance).toMatchObject({ state: "retry", code: "vendor_rate_limited" });
  expect(await getRun(it.engine, { accountId, runId })).toMatchObject({ state: "running", waitsUntil: expect.any(String), waitsFor: { code: "vendor_rate_limited", params: { vendor: "EasyBill" } } });

  it.clock.ahead += 60_000;
  await it.sandbox.advanceClock({ milliseconds: 60_000 });
  await work(it.engine, claim);
  expect(await getRun(it.engine, { accountId, runId })).toMatchObject({ state: "succeeded", waitsUntil: null, waitsFor: null });
  expect(await it.db.prisma.logEntry.count({ where: { runId, operation: "import.failed" } })).toBe(0);
});

test("the log of a sync that gave up at the limit says so, and shows what EasyBill answered as a refusal", async () => {
  await useUpTheMinute();
  await it.sync();
  const entry = await it.db.prisma.logEntry.findFirstOrThrow({ where: { connectionId: it.connectionId, operation: "import.failed" } });
  expect(entry.params).toMatchObject({ vendor: "EasyBill", code: "vendor_rate_limited" });
  expect(entry.detail).toMatchObject({ error: { code: "vendor_rate_limited" }, exchanges: [{ status: 429, outcome: "refused" }] });
});
