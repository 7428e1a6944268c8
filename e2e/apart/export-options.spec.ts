import { connectCash, openCash, openCashAccount, type CashAccount } from "../support/cash-account";
import { expectAccessible } from "../support/people-pages";
import { expect, test } from "../support/test";

test.describe.configure({ mode: "serial" });

const DAY = 86_400_000;
const tenDaysAgo = new Date(Date.now() - 10 * DAY);

let account: CashAccount;
test.beforeAll(async ({ browser }) => {
  account = await openCashAccount(browser);
  const { db, accountId } = account;
  const numbers = ["2026.0001", "2026.0002", "2026.0003"];
  await db.prisma.workOrder.createMany({
    data: numbers.map((number) => ({ accountId, number, status: "complete", customerName: "Bakkerij Van Leeuwen", workDate: tenDaysAgo, completedAt: tenDaysAgo })),
  });
});
test.afterAll(() => account.close());

test("before a connection the page tells to set old work orders to Handled, with their number", async () => {
  const { page } = account;
  await page.reload();
  const note = page.getByRole("note").filter({ hasText: "Set old work orders to Handled first" });
  await expect(note).toContainText("3 work orders are complete.");
  await expect(note.getByRole("link", { name: "Show the 3 completed work orders" })).toHaveAttribute("href", "/work-orders?status=complete");
});

test("a changed option is marked, named in the save bar, in the answer, in the log and in the audit trail", async () => {
  const { page } = account;
  await connectCash(page, { without: ["Relations", "Materials", "Hour types", "Warehouses"] });
  const { db, accountId } = account;
  const send = await db.prisma.workStatus.findFirstOrThrow({ where: { accountId, vendor: "cash", purpose: "send" } });
  await db.prisma.workOrder.updateMany({ where: { accountId }, data: { workStatusId: send.id } });
  await page.getByRole("radiogroup", { name: "Hour rounding" }).getByRole("radio", { name: "15" }).click();
  await page.getByRole("switch", { name: "Work description" }).click();
  await expect(page.getByText("was None")).toBeVisible();
  const bar = page.getByRole("region", { name: "Unsaved changes" });
  await expect(bar).toContainText("Hour rounding: None → 15 min · Work description: off → on");
  await bar.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved. Hour rounding is now 15 min, Work description is now on.")).toBeVisible();
  const log = page.getByRole("region", { name: "Log" });
  await expect(log.getByText("Robin Kok saved the settings")).toHaveCount(2);
  await log.getByText("Robin Kok saved the settings").first().click();
  await expect(log.getByText("Hour rounding: None → 15 min")).toBeVisible();
  await page.goto("/settings/audit");
  await expect(page.getByText("Hour rounding: None → 15 min").filter({ visible: true })).toHaveCount(1);
});

test("switching exports on asks with the list first, and lets one choose from which day on", async () => {
  const { page } = account;
  await openCash(page);
  await page.getByRole("switch", { name: "Orders" }).click();
  await page.getByRole("button", { name: "Save" }).click();
  const question = page.getByRole("alertdialog", { name: "Send work orders to Cash?" });
  await expect(question).toContainText("0 of 3 completed work orders would go out at once.");
  await question.getByLabel("Export from completion date").fill(new Date(tenDaysAgo.getTime() - DAY).toISOString().slice(0, 10));
  await expect(question).toContainText("3 of 3 completed work orders would go out at once.");
  await expect(question.getByRole("link", { name: "2026.0002" })).toBeVisible();
  await expect(question.getByRole("button", { name: "Save and export 3" })).toBeVisible();
  await expectAccessible(page);
  await question.getByRole("button", { name: "Cancel" }).click();
  expect(await stored()).toMatchObject({ isOn: false, startDate: null });

  await page.getByRole("button", { name: "Save" }).click();
  await expect(question).toContainText("0 of 3 completed work orders would go out at once.");
  await question.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText(/^Saved\. Orders is now on, Start date is now /)).toBeVisible();
  expect(await stored()).toMatchObject({ isOn: true, startDate: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) });
  await expect(page.getByRole("button", { name: "Export work orders" })).toBeEnabled();
});

test("work statuses are added, put in order with the keys, renamed and removed", async () => {
  const { page } = account;
  await page.goto("/settings/work-statuses");
  const table = page.getByRole("table", { name: "Work statuses" });
  await expect(table.getByRole("row", { name: /^1 To Cash Goes to Cash/ })).toContainText("3");
  await page.getByRole("button", { name: "Add work status" }).click();
  await page.getByRole("dialog").getByLabel("Name").fill("Gefactureerd");
  await page.getByRole("dialog").getByRole("button", { name: "Add" }).click();
  await expect(table.getByRole("row").last()).toContainText("Gefactureerd");
  await table.getByRole("button", { name: "Move 2 – Gefactureerd up" }).focus();
  await page.keyboard.press("ArrowUp");
  await expect(table.getByRole("row").nth(3)).toContainText("Gefactureerd");
  await expect(table.getByRole("button", { name: "Move 2 – Gefactureerd up" })).toBeFocused();
  await expectAccessible(page);
  await table.getByRole("button", { name: "More for 2 – Gefactureerd" }).click();
  await page.getByRole("menuitem", { name: "Rename" }).click();
  await page.getByRole("dialog").getByLabel("Name").fill("Klaar");
  await page.getByRole("dialog").getByRole("button", { name: "Rename" }).click();
  await table.getByRole("button", { name: "More for 2 – Klaar" }).click();
  await page.getByRole("menuitem", { name: "Remove" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Remove" }).click();
  await expect(table.getByRole("row")).toHaveCount(4);
});

async function stored(): Promise<unknown> {
  const { settings } = await account.db.prisma.connection.findFirstOrThrow({ where: { accountId: account.accountId } });
  return typeof settings === "object" && settings !== null && "exports" in settings ? settings["exports"] : null;
}
