import { connectCash, openCash, openCashAccount, untilQuiet, type CashAccount } from "./support/cash-account";
import { expectAccessible } from "./support/people-pages";
import { expect, test } from "./support/test";

test.describe.configure({ mode: "serial" });

let account: CashAccount;
test.beforeAll(async ({ browser }) => {
  account = await openCashAccount(browser);
  await connectCash(account.page, { without: ["Materials", "Hour types"] });
  await untilQuiet(account.page);
});
test.afterAll(() => account.close());

const slowly = { kind: "slow", headersMs: 20_000, only: { operation: "Export" } } as const;

async function syncAll() {
  const { page } = account;
  await page.getByRole("button", { name: "Sync all" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Sync", exact: true }).click();
}

test("a running sync shows what it reads and the rate budget, and can be cancelled from the page", async ({ cash }) => {
  const { page } = account;
  await cash.setFaults([slowly]);
  await syncAll();
  const card = page.getByRole("region", { name: "Manual sync" });
  await expect(card.getByRole("progressbar", { name: "Progress of the sync" })).toBeVisible();
  await expect(card).toContainText("Reading Relations", { timeout: 90_000 });
  await expect(card).toContainText(/\d+ of 100 requests used this minute/);
  await expect(card).toContainText("by Robin Kok");
  await expectAccessible(page);
  await card.getByRole("link", { name: "Open this sync" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Manual sync · Cash" })).toBeVisible();
  await expect(page.getByRole("progressbar", { name: "Progress of the sync" })).toBeVisible();

  await page.getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Cancel the sync" }).click();
  await expect(page.getByRole("button", { name: "Run again" })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText("Cancelled").first()).toBeVisible();
  await expect(page.getByText("Succeeded")).toHaveCount(0);
});

test("it can be run again, and its counters stand per import", async ({ cash }) => {
  const { page } = account;
  await cash.setFaults([]);
  await page.getByRole("button", { name: "Run again" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Sync", exact: true }).click();
  await expect(page.getByText("Succeeded").first()).toBeVisible({ timeout: 90_000 });
  const relations = page.getByRole("row").filter({ hasText: "Relations" });
  await expect(relations.getByRole("cell").nth(2)).not.toHaveText("0");
  await expect(page.getByRole("columnheader")).toHaveText(["Import", "Outcome", "Read", "Created", "Changed", "Unchanged", "Skipped", "Deactivated", "Failed", "Pages"]);
  await expectAccessible(page);
});

test("the history lists both, each with its outcome in words", async () => {
  const { page } = account;
  await page.getByRole("navigation", { name: "Where you are" }).getByRole("link", { name: "Sync history" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Sync history" })).toBeVisible();
  const rows = page.getByRole("row").filter({ hasText: "by Robin Kok" });
  await expect(rows.filter({ hasText: "Cancelled" })).toHaveCount(1);
  await expect(rows.filter({ hasText: "Succeeded" }).first()).toBeVisible();
  await expectAccessible(page);
});

test("a sync that finds everything gone changes nothing and asks; keeping them puts the question away", async ({ cash }) => {
  const { page } = account;
  await cash.setFaults([{ kind: "emptyTable", only: { table: "2209" } }]);
  await openCash(page);
  await page.getByRole("button", { name: "Sync: Warehouses" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Sync", exact: true }).click();
  const question = page.getByRole("alert").filter({ hasText: "Cash sent no records at all: Warehouses" });
  await expect(question).toBeVisible({ timeout: 90_000 });
  await expect(page.getByText("Stopped, asks you")).toBeVisible();
  await expectAccessible(page);
  await question.getByRole("button", { name: "Keep them" }).click();
  await expect(question).toHaveCount(0);
  await page.goto("/warehouses");
  await expect(page.locator("tbody tr").first()).toBeVisible();
});

test("what the log says about a record can be searched for by its number", async () => {
  const { page } = account;
  await page.goto("/log");
  const sentence = page.locator("summary").filter({ hasText: /Relation \S+ was not imported/ }).first();
  const number = /Relation (\S+) was/.exec(await sentence.innerText())?.[1] ?? "";
  await page.getByRole("searchbox", { name: "Words or a number" }).fill(number);
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page).toHaveURL(/search=/);
  await expect(page.locator("summary").filter({ hasText: number }).first()).toBeVisible();
  await page.locator("summary").first().click();
  await expect(page.getByRole("link", { name: "Open sync" })).toBeVisible();
  await expectAccessible(page);
});
