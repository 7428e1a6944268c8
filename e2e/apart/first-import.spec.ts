import type { Page } from "@playwright/test";
import { demoCredentials } from "@/e2e/sandbox/cash/credentials";
import { english } from "@/e2e/support/proof/english";
import { expectImport } from "@/e2e/support/proof/expected-import";
import { expect, test } from "@/e2e/support/proof/test";
import { signIn, demoLoginOf } from "@/e2e/support/sign-in";
import type { OwnApplication } from "@/e2e/support/proof/own-application";
import { eventually } from "@/e2e/support/proof/eventually";

test.describe.configure({ mode: "serial", timeout: 5 * 60_000 });

const expected = expectImport({});
const sumOf = (leftOut: Readonly<Record<string, number>>) => Object.values(leftOut).reduce((total, times) => total + times, 0);

let page: Page;
test.beforeAll(async ({ browser, newcomer }) => {
  page = await browser.newPage({ baseURL: newcomer.address });
});
test.afterAll(() => page.close());

test("a newcomer signs in and starts the trial", async () => {
  await signIn(page, demoLoginOf("administrator"));
  await page.getByRole("link", { name: "License manager" }).click();
  await page.getByRole("region", { name: "Cash" }).getByRole("button", { name: english("licences.trial", { days: 14 }) }).click();
  await expect(page.getByText(english("licences.done.trialStarted", { vendor: "Cash" }))).toBeVisible();
});

test("a wrong password says so, in one sentence more than the vendor's own, and stores nothing", async ({ newcomer }) => {
  await page.getByRole("link", { name: "Software integrations" }).click();
  await page.getByRole("link", { name: english("settings.list.settingsOf", { vendor: "Cash" }) }).click();
  await fillLogin("a wrong password");
  await expect(page.getByText("Gegevens API gebruiker niet geldig").first()).toBeVisible();
  await expect(page.getByText(english("errors.credentials_refused.remedy", { vendor: "Cash" })).first()).toBeVisible();
  expect(await newcomer.db.prisma.connection.count()).toBe(0);
});

test("the right one opens the settings; after Save and Sync all the run is shown while it reads", async ({ vendor }) => {
  // Slow enough that a person can watch it.
  await vendor.control.setFaults([{ kind: "slow", headersMs: 1_500, only: { operation: "Export" } }]);
  await fillLogin(demoCredentials.password);
  await expect(page.getByText(english("settings.connection.accepted", { vendor: "Cash" }))).toBeVisible();
  await page.getByRole("combobox", { name: english("settings.administration.label") }).click();
  await page.getByRole("option", { name: /^01 / }).click();
  await page.getByRole("switch", { name: english("sync.kind.employees") }).click();
  await page.getByRole("button", { name: english("ui.saveBar.save"), exact: true }).click();
  await expect(page.getByText(/^Saved\. /)).toBeVisible();
  await confirmSyncAll();
  await expect(page.getByRole("progressbar", { name: english("runs.progress.label") })).toBeVisible();
  await expect(page.getByText(/^Reading (Relations|Materials|Hour types|Warehouses|Employees)/)).toBeVisible({ timeout: 60_000 });
  await vendor.control.setFaults([]);
});

test("then every list shows what the vendor has, to the record", async ({ newcomer }) => {
  await untilQuiet(newcomer);
  for (const [path, kind] of [["relations", "relations"], ["materials", "materials"], ["hour-types", "hourTypes"], ["warehouses", "warehouses"], ["employees", "employees"]] as const) {
    await page.goto(`/${path}`);
    await expect(page.getByText(new RegExp(`^${expected[kind].imported} `)).first(), kind).toBeVisible();
  }
});

test("Not imported gives each record's reason, and the counts are exact", async () => {
  await page.goto("/relations");
  await page.getByRole("link", { name: english("records.tabs.notImported") }).click();
  const all = sumOf(expected.relations.leftOut) + sumOf(expected.deliveryAddresses.leftOut);
  await expect(page.getByText(`${all} not imported`, { exact: true })).toBeVisible();
  const answer = await page.request.get("/api/not-imported/relations");
  const lines = (await answer.text()).split("\r\n");
  for (const [reason, times] of Object.entries({ ...expected.relations.leftOut, ...expected.deliveryAddresses.leftOut })) {
    const sentence = english(`sync.reason.${reason}`);
    expect(lines.filter((line) => line.includes(sentence)), sentence).toHaveLength(times);
  }
});

test("the log beside the settings tells of the refused login, the connection, the save and the sync", async () => {
  await page.goto("/settings/integrations/cash");
  const log = page.getByRole("region", { name: english("log.panel.title"), exact: true });
  for (const sentence of [english("log.connection.refused", { vendor: "Cash" }), english("log.connection.connected", { vendor: "Cash" }), english("log.connection.settings-saved", { person: "Marit de Vries" })]) {
    await expect(log.getByText(sentence).first()).toBeVisible();
  }
  await expect(log.getByText(/^Manual sync finished: /).first()).toBeVisible();
  await log.getByText(english("log.connection.refused", { vendor: "Cash" })).first().click();
  await expect(log.getByText("Gegevens API gebruiker niet geldig").first()).toBeVisible();
});

test("a phone number changed here stays through the automatic sync; the manual one names it, then overwrites it", async ({ newcomer }) => {
  const relation = await newcomer.db.prisma.relation.findFirstOrThrow({ where: { active: true, phone: { not: null } }, orderBy: { debtorNumber: "asc" } });
  const phoneNow = async () => (await newcomer.db.prisma.relation.findUniqueOrThrow({ where: { id: relation.id } })).phone;
  await page.goto(`/relations/${relation.id}`);
  await page.getByRole("link", { name: english("records.detail.edit") }).click();
  await page.getByLabel(english("sync.field.phone")).fill("030 123 45 67");
  await page.getByRole("button", { name: english("ui.saveBar.save"), exact: true }).click();
  await expect(page.getByText("Saved. 1 field changed.")).toBeVisible();

  const { id } = await newcomer.db.prisma.connection.update({
    where: { id: (await newcomer.db.prisma.connection.findFirstOrThrow()).id },
    data: { nextSyncAt: new Date() },
  });
  await eventually("the schedule's automatic sync has succeeded", () => newcomer.db.prisma.syncRun.findFirst({ where: { connectionId: id, trigger: "automatic", state: "succeeded", requestedBy: null } }), 150_000);
  expect(await phoneNow()).toBe("030 123 45 67");

  await page.goto("/settings/integrations/cash");
  await page.getByRole("button", { name: english("settings.imports.syncOf", { kind: english("sync.kind.relations") }) }).click();
  const dialog = page.getByRole("alertdialog").or(page.getByRole("dialog"));
  await expect(dialog.getByText("A manual sync will overwrite one edit").first()).toBeVisible();
  // Phones have a list of their own beside the table.
  await expect(dialog.getByText(relation.name).filter({ visible: true }).first()).toBeVisible();
  await expect(dialog.getByText("030 123 45 67").filter({ visible: true }).first()).toBeVisible();
  await dialog.getByRole("button", { name: english("settings.sync.confirmOverwrite", { count: 1 }) }).click();
  await untilQuiet(newcomer);
  await eventually("the vendor's phone number is back", async () => (await phoneNow()) === relation.phone || null, 120_000);
});

async function fillLogin(password: string): Promise<void> {
  await page.getByLabel(english("vendors.cash.login.relationCode.label")).fill(demoCredentials.relation);
  await page.getByLabel(english("vendors.cash.login.email.label")).fill(demoCredentials.email);
  await page.getByLabel(english("vendors.cash.login.password.label"), { exact: true }).fill(password);
  await page.getByRole("button", { name: english("settings.connection.submit"), exact: true }).click();
}

async function confirmSyncAll(): Promise<void> {
  await page.getByRole("button", { name: english("settings.imports.syncAll") }).click();
  const dialog = page.getByRole("alertdialog").or(page.getByRole("dialog"));
  await dialog.getByRole("button", { name: english("settings.sync.confirm"), exact: true }).click();
  await expect(dialog).toBeHidden();
}

/** Waits until nothing runs and nothing waits. */
async function untilQuiet({ db }: OwnApplication): Promise<void> {
  await eventually("all syncs are over", async () => ((await db.prisma.syncRun.count({ where: { state: { in: ["waiting", "running"] } } })) === 0 ? true : null), 180_000);
}
