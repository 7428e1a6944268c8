import { cron, Inngest, type InngestFunction } from "inngest";
import { expect, test } from "vitest";
import { eventually } from "@/e2e/support/job-engine/eventually";
import { startHarness } from "@/e2e/support/job-engine/harness";
import { signingKey } from "@/e2e/support/job-engine/keys";
import { readRegistration, RegistrationRefused } from "./registration";
import { registrationBearer } from "./signature";

const client = new Inngest({ id: "app", checkpointing: false });
type Options = Parameters<typeof client.createFunction>[0];

/** What the real SDK would post for a function with these options. */
const describeFunction = (options: Omit<Options, "id">) => {
  const created: InngestFunction.Any = client.createFunction({ id: "fn", triggers: [{ event: "a/b" }], ...options }, async () => {});
  const functions: unknown = JSON.parse(JSON.stringify(created["getConfig"]({ baseUrl: new URL("http://app/api/inngest"), appPrefix: "app" })));
  return { functions };
};

test("everything the app's functions use is understood", () => {
  const functions = readRegistration(
    describeFunction({
      triggers: [{ event: "a/b" }, cron("TZ=Europe/Amsterdam 0 3 * * *")],
      retries: 2,
      concurrency: { key: "event.data.connectionId", limit: 1 },
      cancelOn: [{ event: "a/stop", match: "data.id" }, { event: "a/end", if: "async.data.run == event.data.id" }, { event: "a/all" }],
      onFailure: async () => {},
    }),
  );
  expect(functions).toEqual([
    {
      id: "app-fn",
      triggers: [{ type: "event", event: "a/b" }, { type: "cron", expression: "TZ=Europe/Amsterdam 0 3 * * *" }],
      attempts: 3,
      concurrency: [{ path: ["connectionId"], limit: 1 }],
      cancel: [
        { event: "a/stop", condition: { runPath: ["id"], eventPath: ["id"] } },
        { event: "a/end", condition: { runPath: ["id"], eventPath: ["run"] } },
        { event: "a/all", condition: null },
      ],
    },
    { id: "app-fn-failure", triggers: [{ type: "failure", functionId: "app-fn" }], attempts: 2, concurrency: [], cancel: [] },
  ]);
});

test("without retries named, a step is tried five times", () => {
  expect(readRegistration(describeFunction({}))[0]?.attempts).toBe(5);
});

test.each<[string, Omit<Options, "id">]>([
  ["singleton", { singleton: { mode: "skip" } }],
  ["debounce", { debounce: { period: "1m" } }],
  ["throttle", { throttle: { limit: 1, period: "1m" } }],
  ["rateLimit", { rateLimit: { limit: 1, period: "1m" } }],
  ["batchEvents", { batchEvents: { maxSize: 2, timeout: "1s" } }],
  ["priority", { priority: { run: "event.data.x" } }],
  ["idempotency", { idempotency: "event.data.x" }],
  ["timeouts", { timeouts: { finish: "1m" } }],
  ["cancelOn.timeout", { cancelOn: [{ event: "a/stop", timeout: "1h" }] }],
  ['cancelOn.if "async.data.x > event.data.x"', { cancelOn: [{ event: "a/stop", if: "async.data.x > event.data.x" }] }],
  ['concurrency.scope "account"', { concurrency: { limit: 1, scope: "account", key: "event.data.x" } }],
  ['concurrency.key "event.data.x + event.data.y"', { concurrency: { limit: 1, key: "event.data.x + event.data.y" } }],
  ["concurrency.limit 0", { concurrency: 0 }],
  ['triggers.if "event.data.x == 1"', { triggers: [{ event: "a/b", if: "event.data.x == 1" }] }],
  ['the event "a/*"', { triggers: [{ event: "a/*" }] }],
  ['the event "inngest/function.finished"', { triggers: [{ event: "inngest/function.finished" }] }],
  ['the event "inngest/function.failed"', { triggers: [{ event: "inngest/function.failed" }] }],
  ['the cron trigger "61 * * * *" ("61" is not a minute)', { triggers: [{ cron: "61 * * * *" }] }],
])("%s is refused with a sentence that names it", (option, options) => {
  expect(() => readRegistration(describeFunction(options))).toThrow(new RegistrationRefused(`Function "app-fn" uses ${option}, which the local job engine does not support.`));
});

test("a registration that cannot be read is refused", () => {
  expect(() => readRegistration({ functions: [{ id: 1 }] })).toThrow(RegistrationRefused);
});

test("after a refused registration the functions registered before go on", async () => {
  const harness = await startHarness((own) => [own.createFunction({ id: "good", triggers: [{ event: "good/asked" }] }, async () => "good")]);
  try {
    harness.app.serve(harness.client, [
      harness.client.createFunction({ id: "good", triggers: [{ event: "good/asked" }] }, async () => "still good"),
      harness.client.createFunction({ id: "bad", triggers: [{ event: "good/asked" }], debounce: { period: "1m" } }, async () => "bad"),
    ]);
    const answer = await fetch(`${harness.app.url}/api/inngest`, { method: "PUT" });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ message: 'Function "test-bad" uses debounce, which the local job engine does not support.' });
    await harness.client.send({ name: "good/asked" });
    const [run] = await harness.endedRunsOf("good");
    expect(run?.result).toBe("still good");
  } finally {
    await harness.stop();
  }
});

test("registering the same again changes nothing", async () => {
  const harness = await startHarness((own) => [own.createFunction({ id: "good", triggers: [{ event: "good/asked" }] }, async () => "good")]);
  try {
    const answer = await eventually(async () => {
      const reply = await fetch(`${harness.app.url}/api/inngest`, { method: "PUT" });
      return reply.ok && reply.json();
    });
    expect(answer).toMatchObject({ modified: false });
    const health = await fetch(`${harness.engine.url}/health`);
    expect(await health.json()).toEqual({ ok: true, app: "there", functions: 1 });
    const direct = await fetch(`${harness.engine.url}/fn/register`, { method: "POST", headers: { authorization: registrationBearer(signingKey) }, body: "{}" });
    expect(direct.status).toBe(400);
  } finally {
    await harness.stop();
  }
});
