import type { Page } from "@playwright/test";
import type { ErrorCode } from "@/lib/errors";
import type { SyncEngine } from "@/lib/sync/engine";
import { demoCredentials } from "@/e2e/sandbox/cash/credentials";
import type { FaultInput } from "@/e2e/sandbox/cash/faults/schema";
import { connectDemoAccount, type ConnectedAccount } from "@/e2e/support/proof/connect-demo-account";
import { english } from "@/e2e/support/proof/english";
import { openForm } from "@/e2e/support/proof/open-form";
import { readStoredState } from "@/e2e/support/proof/stored-state";
import { readRun } from "@/e2e/support/proof/sync-by-hand";
import { syncAtOnce } from "@/e2e/support/proof/sync-at-once";
import { syncEngineOf } from "@/e2e/support/proof/sync-engine-of";
import { expect, test } from "@/e2e/support/proof/test";
import { demoLoginOf, signIn } from "@/e2e/support/sign-in";

test.describe.configure({ mode: "serial", timeout: 4 * 60_000 });

const vendorName = { vendor: "Cash" };
const overlong = "x".repeat(10_000);

let engine: SyncEngine;
let account: ConnectedAccount;
let page: Page;
let untouched: Record<string, unknown>;

test.beforeAll(async ({ newcomer, vendor, browser }) => {
  await vendor.control.reset("data");
  const usual = syncEngineOf(newcomer);
  // A vendor that never answers is given up after a second, so that a spec can wait for it.
  engine = { ...usual, timing: { ...usual.timing, vendorAnswerTimeout: 1_000, vendorIdleTimeout: 1_000 } };
  account = await connectDemoAccount(engine);
  await syncAtOnce(engine, account);
  untouched = await readStoredState(engine.db, account);
  await vendor.control.reset();
  page = await browser.newPage({ baseURL: newcomer.address });
  await signIn(page, demoLoginOf("administrator"));
});
test.afterEach(async ({ vendor }) => {
  await vendor.comeBack();
  await vendor.control.reset();
  // The vendor's clock is reset as well: nobody waits for the next minute.
  await engine.db.prisma.rateBudget.deleteMany();
});
test.afterAll(() => page.close());

type Login = { relationCode?: string; email?: string; password?: string };

async function submit(login: Login): Promise<void> {
  await openForm(page, "/settings/integrations/cash", "input[name=password]");
  await page.locator("input[name=relationCode]").fill(login.relationCode ?? demoCredentials.relation);
  await page.locator("input[name=email]").fill(login.email ?? demoCredentials.email);
  await page.locator("input[name=password]").fill(login.password ?? demoCredentials.password);
  await page.getByRole("button", { name: english("settings.connection.submit"), exact: true }).click();
}

/** The one message that stands where the person is, with what to do about it. */
async function expectSentence(code: ErrorCode): Promise<void> {
  await expect(page.getByText(english(`errors.${code}.message`, vendorName), { exact: true }).first(), code).toBeVisible();
  await expect(page.getByText(english(`errors.${code}.remedy`, vendorName), { exact: true }).first(), code).toBeVisible();
}

test.describe("while a login is tried", () => {
  const wrong: readonly { what: string; login: Login; sentences: readonly string[] }[] = [
    { what: "empty fields", login: { relationCode: " ", email: "" }, sentences: [english("settings.field.required"), english("settings.field.required")] },
    {
      what: "fields of 10,000 characters",
      login: { relationCode: overlong, email: `${overlong}@example.com`, password: overlong },
      sentences: [20, 254, 200].map((maximum) => english("settings.field.tooLong", { maximum })),
    },
    { what: "something that is no e-mail address", login: { email: "not an address" }, sentences: [english("settings.field.email")] },
  ];
  for (const { what, login, sentences } of wrong) {
    test(`${what}: each field says what is wrong with it, and the vendor is not asked`, async ({ vendor }) => {
      const logged = await engine.db.prisma.logEntry.count();
      await submit(login);
      for (const sentence of new Set(sentences)) {
        const times = sentences.filter((other) => other === sentence).length;
        await expect(page.getByText(sentence, { exact: true }), sentence).toHaveCount(times);
      }
      expect(await vendor.control.requests()).toEqual([]);
      expect(await engine.db.prisma.logEntry.count()).toBe(logged);
      expect(await readStoredState(engine.db, account)).toEqual(untouched);
    });
  }

  const refusals: readonly { what: string; code: ErrorCode; login?: Login; fault?: FaultInput; isDown?: boolean }[] = [
    { what: "a wrong relation code", code: "credentials_refused", login: { relationCode: "999999" } },
    { what: "a wrong password", code: "credentials_refused", login: { password: "a wrong one" } },
    { what: "no administration linked (1002)", code: "no_administration", fault: { kind: "noAdministration" } },
    { what: "too few rights", code: "missing_rights", fault: { kind: "missingRights" } },
    { what: "a vendor that is down", code: "vendor_unreachable", isDown: true },
    { what: "a connection that breaks", code: "vendor_unreachable", fault: { kind: "reset" } },
    { what: "a server error", code: "vendor_error", fault: { kind: "serverError" } },
    { what: "a page of HTML", code: "vendor_nonsense", fault: { kind: "nonsense" } },
    { what: "broken XML", code: "vendor_nonsense", fault: { kind: "brokenXml" } },
    { what: "the rate limit", code: "vendor_rate_limited", fault: { kind: "rateLimited" } },
    { what: "a fault code of the vendor's own", code: "vendor_error", fault: { kind: "responseCode", code: 900 } },
  ];
  for (const { what, code, login = {}, fault, isDown = false } of refusals) {
    test(`${what}: one clear sentence and its remedy, a log entry with the details, nothing stored`, async ({ vendor }) => {
      if (isDown) await vendor.goDown();
      else await vendor.control.setFaults(fault ? [fault] : []);
      await submit(login);
      await expectSentence(code);
      await expectRefusalInLog(code);
      expect(await readStoredState(engine.db, account)).toEqual(untouched);
    });
  }
});

/** The panel's newest entry says what happened; opened, it says why, and shows what was sent and what came back. */
async function expectRefusalInLog(code: ErrorCode): Promise<void> {
  const { id } = await engine.db.prisma.logEntry.findFirstOrThrow({ where: { operation: "connection.refused" }, orderBy: { at: "desc" } });
  const entry = page.locator(`#entry-${id}`);
  await expect(entry).toContainText(english("log.connection.refused", vendorName));
  await entry.locator("summary").first().click();
  await expect(entry.getByText(english(`errors.${code}.message`, vendorName), { exact: true })).toBeVisible();
  await expect(entry.getByText(english("log.panel.exchanges"))).toBeVisible();
}

test.describe("while a sync runs", () => {
  const everyExport = { only: { operation: "Export" as const } };
  const failures: readonly { what: string; code: ErrorCode; faults?: readonly FaultInput[]; isDown?: boolean; needsPerson?: boolean; isPartial?: boolean }[] = [
    { what: "a vendor that is down", code: "vendor_unreachable", isDown: true },
    { what: "a vendor that never answers", code: "vendor_slow", faults: [{ kind: "timeout", ...everyExport }] },
    { what: "a connection that breaks", code: "vendor_unreachable", faults: [{ kind: "reset", ...everyExport }] },
    { what: "a server error", code: "vendor_error", faults: [{ kind: "serverError", ...everyExport }] },
    { what: "a page of HTML", code: "vendor_nonsense", faults: [{ kind: "nonsense", ...everyExport }] },
    { what: "half a table, cut in the middle of a record", code: "vendor_incomplete", faults: [{ kind: "halfTable", ...everyExport }] },
    {
      what: "half a table and a broken connection",
      code: "vendor_incomplete",
      // Slowly, so that the beginning has arrived when the connection breaks.
      faults: [{ kind: "halfTable", variant: "reset", only: { table: "0101" } }, { kind: "slow", chunkMs: 100, only: { table: "0101" } }],
      isPartial: true,
    },
    { what: "empty tables", code: "vendor_emptied", faults: [{ kind: "emptyTable", ...everyExport }] },
    { what: "the rate limit", code: "vendor_rate_limited", faults: [{ kind: "rateLimited", ...everyExport }] },
    { what: "refused credentials", code: "credentials_refused", faults: [{ kind: "loginRefused" }], needsPerson: true },
    { what: "no administration linked (1002)", code: "no_administration", faults: [{ kind: "noAdministration" }], needsPerson: true },
    { what: "too few rights", code: "missing_rights", faults: [{ kind: "missingRights", ...everyExport }], needsPerson: true },
  ];
  for (const { what, code, faults = [], isDown = false, needsPerson = false, isPartial = false } of failures) {
    test(`${what}: the run says it in one sentence, the log has the details, nothing is lost, and the next sync is fine`, async ({ vendor }) => {
      if (isDown) await vendor.goDown();
      else await vendor.control.setFaults(faults);
      const runId = await syncAtOnce(engine, account);
      expect((await readRun(engine, runId)).state).toBe(isPartial ? "partial" : "failed");
      await page.goto(`/runs/${runId}`);
      await expectSentence(code);
      await page.goto("/settings/integrations/cash");
      if (needsPerson) await expectSentence(code);
      await expect(page.getByRole("region", { name: english("log.panel.title"), exact: true }).getByRole("listitem").first()).toContainText(isPartial ? "Manual sync finished in part: " : "Manual sync failed: ");
      expect(await engine.db.prisma.logEntry.count({ where: { runId, level: "error", operation: "import.failed" } })).toBeGreaterThan(0);
      expect(await readStoredState(engine.db, account)).toEqual(untouched);

      await vendor.comeBack();
      await vendor.control.setFaults([]);
      if (needsPerson) await submitAgain();
      const { state } = await readRun(engine, await syncAtOnce(engine, account));
      expect(state).toBe("succeeded");
      untouched = await readStoredState(engine.db, account);
    });
  }

  test("a token that expires on the way is renewed, and nobody notices", async ({ vendor }) => {
    await vendor.control.setFaults([{ kind: "tokenExpired", skip: 2, times: 1 }]);
    const { state } = await readRun(engine, await syncAtOnce(engine, account));
    expect(state).toBe("succeeded");
    expect((await vendor.control.status()).faults.map(({ applied }) => applied)).toEqual([1]);
  });

  test("half of the customers, as if that were all: the run stops and asks, and changes nothing", async ({ vendor }) => {
    await vendor.control.setFaults([{ kind: "halfTable", variant: "wellFormed", only: { table: "2220" } }]);
    const runId = await syncAtOnce(engine, account);
    expect((await readRun(engine, runId)).state).toBe("stopped");
    expect((await readStoredState(engine.db, account))["records"]).toEqual(untouched["records"]);
    await page.goto("/settings/integrations/cash");
    await expect(page.getByRole("button", { name: english("runs.question.keep") })).toBeVisible();
  });
});

/** What the sentence tells an administrator to do. */
async function submitAgain(): Promise<void> {
  await submit({});
  await expect(page.getByText(english("settings.connection.renewed", vendorName))).toBeVisible();
}
