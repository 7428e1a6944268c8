import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import type { FaultInput } from "@/e2e/sandbox/cash/faults/schema";
import { connect } from "@/lib/connections/connect";
import type { SyncEngine } from "@/lib/sync/engine";
import { connectDemoAccount, type ConnectedAccount } from "@/e2e/support/proof/connect-demo-account";
import { english } from "@/e2e/support/proof/english";
import { openForm } from "@/e2e/support/proof/open-form";
import type { OwnApplication } from "@/e2e/support/proof/own-application";
import { base64Forms, plantedSecrets, plantedUser, refusedPassword } from "@/e2e/support/proof/planted";
import { findTablesWith } from "@/e2e/support/proof/search-database";
import { findFilesWith, listFiles } from "@/e2e/support/proof/search-files";
import { plantSecrets } from "@/e2e/support/proof/plant-secrets";
import { syncAtOnce } from "@/e2e/support/proof/sync-at-once";
import { syncEngineOf } from "@/e2e/support/proof/sync-engine-of";
import { expect, test } from "@/e2e/support/proof/test";
import { walkPages } from "@/e2e/support/proof/walk-pages";
import { demoLoginOf, signIn } from "@/e2e/support/sign-in";
import { askForSync, readRun } from "@/e2e/support/proof/sync-by-hand";
import { eventually } from "@/e2e/support/proof/eventually";

test.describe.configure({ mode: "serial", timeout: 5 * 60_000 });

/** Every way in which a conversation with the vendor goes wrong leaves its trace in the log, with what was sent. */
const troubles: readonly FaultInput[] = [
  { kind: "serverError" },
  { kind: "brokenXml" },
  { kind: "nonsense" },
  { kind: "reset" },
  { kind: "rateLimited" },
  { kind: "loginRefused" },
  { kind: "noAdministration" },
  { kind: "missingRights" },
  { kind: "tokenExpired" },
];

let engine: SyncEngine;
let account: ConnectedAccount;
let secrets: Map<string, readonly string[]>;

test.beforeAll(async ({ newcomer }) => {
  const { AUTH_SECRET = "", CREDENTIALS_KEYS = "", INNGEST_EVENT_KEY = "", INNGEST_SIGNING_KEY = "", NEXT_SERVER_ACTIONS_ENCRYPTION_KEY = "" } = newcomer.configuration.variables;
  const key = CREDENTIALS_KEYS.split(":")[1] ?? "";
  secrets = new Map([
    ...plantedSecrets,
    ["CREDENTIALS_KEYS", [key, Buffer.from(key, "base64").toString("hex"), Buffer.from(key, "base64").toString("base64url")]],
    ["AUTH_SECRET", [AUTH_SECRET, ...base64Forms(AUTH_SECRET)]],
    ["INNGEST_EVENT_KEY", [INNGEST_EVENT_KEY]],
    ["INNGEST_SIGNING_KEY", [INNGEST_SIGNING_KEY.replace("signkey-prod-", "")]],
    ["NEXT_SERVER_ACTIONS_ENCRYPTION_KEY", [NEXT_SERVER_ACTIONS_ENCRYPTION_KEY]],
  ]);
  engine = syncEngineOf(newcomer);
});

/** Names of the secrets that `find` finds, with where. */
async function findAll(find: (text: string) => Promise<string[]> | string[]): Promise<string[]> {
  const found: string[] = [];
  for (const [name, forms] of secrets) {
    for (const form of forms) found.push(...(await find(form)).map((place) => `${name} in ${place}`));
  }
  return [...new Set(found)];
}

test("a life full of trouble: refused logins through the page, runs that work and runs that fail in every way", async ({ newcomer, vendor, browser }) => {
  account = await connectDemoAccount(engine, { email: plantedUser.email, password: plantedUser.password });
  const page = await browser.newPage({ baseURL: newcomer.address });
  await signIn(page, demoLoginOf("administrator"));
  await openForm(page, "/settings/integrations/cash", "input[name=password]");
  for (const password of [refusedPassword, plantedUser.password]) {
    await page.locator("input[name=email]").fill(plantedUser.email);
    await page.locator("input[name=password]").fill(password);
    await page.locator("form button[type=submit]").click();
    await expect(page.getByText(password === refusedPassword ? "Gegevens API gebruiker niet geldig" : /accepted the login\. The connection goes on/).first()).toBeVisible();
  }
  const runId = await askForSync(newcomer, engine, account);
  await eventually("the job engine's run is over", async () => ((await readRun(engine, runId)).isOver ? true : null), 120_000);
  for (const trouble of troubles) {
    await vendor.control.setFaults([trouble]);
    await connect(engine, loginOf(plantedUser.password));
    await vendor.control.setFaults([{ ...trouble, only: { operation: "Export" } }]);
    await syncAtOnce(engine, account);
    await engine.db.prisma.connection.update({ where: { id: account.connectionId }, data: { state: "connected", stateReason: null } });
  }
  await vendor.control.reset();
  const { id: userId, name } = await engine.db.prisma.user.findUniqueOrThrow({ where: { email: demoLoginOf("administrator").email }, select: { id: true, name: true } });
  for (const [secret, forms] of await plantSecrets({ application: newcomer, engine, actor: { accountId: account.accountId, userId, name }, page })) secrets.set(secret, forms);
  await tryReceivers(page);
  await page.close();
  const { length: failures } = await engine.db.prisma.syncRun.findMany({ where: { connectionId: account.connectionId, state: { in: ["failed", "partial"] } } });
  expect(failures, "runs that failed").toBeGreaterThanOrEqual(troubles.length - 1);
});

/** Sends a test to each, from the page: neither arrives. */
async function tryReceivers(page: Page): Promise<void> {
  await page.goto("/settings/notices");
  const tests = page.getByRole("button", { name: english("notices.test.label", { address: "" }) });
  await expect(tests).toHaveCount(2);
  for (const button of await tests.all()) await button.click();
  await expect(page.getByRole("main").locator("[role=status] [role=alert]")).toHaveCount(2);
}

function loginOf(password: string) {
  return { actor: { accountId: account.accountId, userId: null, name: "Marit de Vries" }, vendor: "cash", login: { relationCode: plantedUser.relation, email: plantedUser.email, password } };
}

test("no table of the application and of the job engine holds a secret", async ({ newcomer }) => {
  expect(await findTablesWith(newcomer.db, plantedUser.email), "the search finds what is no secret").toEqual(expect.arrayContaining(["connection", "log_entry"]));
  expect(await findAll((text) => findTablesWith(newcomer.db, text))).toEqual([]);
  const { rows } = await newcomer.db.pool.query("SELECT id FROM log_entry WHERE detail::text ~ '[^0-9a-f-][0-9a-f]{32}[^0-9a-f-]'");
  expect(rows, "log entries with a token of the vendor's").toEqual([]);
});

test("no log of a process holds a secret, down to its finest level", async ({ newcomer }) => {
  const logs = logsOf(newcomer);
  expect(logs.length).toBeGreaterThanOrEqual(4);
  expect(findFilesWith(logs, "job engine"), "the search finds what is no secret").not.toEqual([]);
  expect(await findAll((text) => findFilesWith(logs, text))).toEqual([]);
});

function logsOf({ folder }: OwnApplication): string[] {
  return [...listFiles(join(folder, "logs"), ".log"), ...listFiles(join(folder, "postgres"), "server.log")];
}

test("no page, no payload of a page and no data address shows a secret, whoever asks", async ({ newcomer, browser }) => {
  const data = await dataAddresses(newcomer);
  for (const role of ["administrator", "planner", "viewer"] as const) {
    const page = await browser.newPage({ baseURL: newcomer.address });
    await signIn(page, demoLoginOf(role));
    const answers = await walkPages(page.request, ["/", "/log", "/runs", "/issues", "/settings/integrations", "/settings/integrations/cash", "/settings/audit", "/profile"], data);
    await page.close();
    expect(answers.filter(({ status }) => status >= 500).map(({ address }) => address), role).toEqual([]);
    expect(answers.filter(({ status }) => status === 200).length, `answers for the ${role}`).toBeGreaterThan(20);
    expect(answers.some(({ text }) => text.includes(plantedUser.email)), "the search finds what is no secret").toBe(true);
    expect(await findAll((text) => answers.flatMap((answer) => (answer.text.includes(text) ? [`${answer.address} for the ${role}`] : [])))).toEqual([]);
  }
});

/** Every address that answers with data: one for each route, with every log entry and run there is. */
async function dataAddresses({ db }: OwnApplication): Promise<string[]> {
  const routes = readdirSync("app/api", { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith("route.ts"));
  const [entries, runs] = await Promise.all([db.prisma.logEntry.findMany({ select: { id: true } }), db.prisma.syncRun.findMany({ select: { id: true } })]);
  return routes
    .map((name) => `/api/${name.replace(/\/route\.ts$/, "")}`)
    .filter((path) => path !== "/api/inngest")
    .flatMap((path) => {
      if (path === "/api/log/export") return ["csv", "ndjson"].map((format) => `${path}?format=${format}`);
      if (path.startsWith("/api/log/")) return entries.map(({ id }) => `/api/log/${id}`);
      if (path.startsWith("/api/runs/")) return runs.map(({ id }) => `/api/runs/${id}`);
      return [`${path.replace("[vendor]", "cash").replace("[kind]", "relations")}?vendor=cash&kind=relations&administration=02`];
    });
}
