import { randomUUID } from "node:crypto";
import type { Locator, Page } from "@playwright/test";
import { connectCash, openCashAccount, type CashAccount } from "../support/cash-account";
import { expectAccessible } from "../support/people-pages";
import { createUser, testPassword } from "../support/people";
import { signIn } from "../support/sign-in";
import { application } from "../support/application";
import { expect, test } from "../support/test";

test.describe.configure({ mode: "serial" });

let account: CashAccount;
let page: Page;
let numbers: string[];

/** Three that were refused: their quantity was 0, and in the first it has been put right. */
test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000);
  account = await openCashAccount(browser);
  const { db, accountId } = account;
  page = account.page;
  await connectCash(page, { without: ["Relations", "Materials", "Hour types", "Warehouses"] });
  await db.prisma.$executeRaw`UPDATE connection SET settings = jsonb_set(settings, '{exports}', coalesce(settings->'exports', '{}') || '{"isOn": true, "startDate": "2026-01-01"}') WHERE account_id = ${accountId}::uuid`;
  const connection = await db.prisma.connection.findFirstOrThrow({ where: { accountId } });
  const error = await db.prisma.workStatus.findFirstOrThrow({ where: { accountId, purpose: "error" } });
  // Accounts of other specs write to the same administration, where a number stands for one work order.
  const first = 1_000_000 + Math.floor(Math.random() * 8_000_000);
  numbers = [0, 1, 2].map((index) => `2026.${first + index}`);
  for (const [index, number] of numbers.entries()) {
    const { id: workOrderId } = await db.prisma.workOrder.create({
      data: {
        accountId, number, status: "complete", workStatusId: error.id, completedAt: new Date(), workDate: new Date("2026-11-18"), customerName: `Hotel De Zwaan ${index}`, customerDebtorNumber: `78${first + index}`,
        customerStreet: "Kade", customerHouseNumber: "4", customerPostalCode: "3431 AB", customerCity: "Nieuwegein", customerCountryCode: "NL",
        materials: { create: { accountId, position: 1, code: "78-4711", name: "Circulation pump", quantity: index === 0 ? "1" : "0", price: "289" } },
      },
    });
    const problem = { problems: [{ code: "materialQuantityZero", params: { workOrder: number, vendor: "Cash", material: "78-4711" } }] };
    await db.prisma.exportIntent.create({ data: { accountId, connectionId: connection.id, workOrderId, administration: "01", revision: 1, reference: number, state: "rejected", trigger: "schedule", problem, finishedAt: new Date() } });
  }
});
test.afterAll(() => account.close());

const rowOf = (on: Page, number = "") => on.getByRole("row").filter({ has: on.getByRole("link", { name: number }) });
const choose = async (row: Locator, name: string) => row.getByRole("button", { name, exact: true }).click();

test("one that failed says why, is exported again, and is done with its number in Cash", async () => {
  test.setTimeout(180_000);
  await page.goto("/exports");
  const row = rowOf(page, numbers[0]);
  await expect(row).toContainText("Failed");
  await expect(row).toContainText("Quantity of material 78-4711");
  await expect(page.getByRole("navigation").getByText("3 exports wait or need a person").first()).toBeAttached();
  await expectAccessible(page);
  await choose(row, "Export again");
  await page.getByRole("alertdialog").getByRole("button", { name: "Export again" }).click();
  await expect(row).toContainText("Done", { timeout: 120_000 });
  await expect(row.getByRole("cell").nth(4)).toHaveText(/\d+/);
});

test("many are kept out of Cash by a dialog that says beforehand what happens to each", async () => {
  await page.getByRole("checkbox", { name: "Select all on this page" }).first().check();
  await page.getByRole("region", { name: "What to do with the selected exports" }).getByRole("button", { name: "Do not send" }).click();
  const question = page.getByRole("alertdialog", { name: "Keep 3 work orders out of Cash?" });
  await expect(question).toContainText("2 are not sent any more");
  await expect(question).toContainText("1 is left out: It is in Cash already.");
  await expectAccessible(page);
  await question.getByRole("button", { name: "Do not send 2" }).click();
  const result = page.getByRole("dialog", { name: "What happened" });
  await expect(result).toContainText("2 of 3 done.");
  await result.getByRole("button", { name: "Close" }).last().click();
  for (const number of numbers.slice(1)) await expect(rowOf(page, number)).toContainText("Do not send");
  await page.goto("/exports?state=error");
  await expect(page.getByRole("heading", { name: "Nothing found" })).toBeVisible();
});

test("one that is there says when it was last seen, and Cash is asked how it stands now", async () => {
  await page.goto(`/work-orders?q=${numbers[0]}`);
  await page.getByRole("link", { name: numbers[0] }).click();
  const order = page.getByRole("region", { name: "Sales order in Cash" });
  await expect(order).toContainText("Last seen in Cash");
  await order.getByRole("button", { name: "Look up now in Cash" }).click();
  await expect(order.getByRole("status")).toHaveText("Cash has it as it was sent: nothing has changed.", { timeout: 60_000 });
  await expectAccessible(page);
});

test("a viewer reads the same and can do nothing about it", async ({ browser }) => {
  const { db, accountId } = account;
  const viewer = await createUser(db, { accountId, role: "viewer", name: "Kim Kok", email: `${randomUUID()}@kok.example` });
  const look = await (await browser.newContext({ baseURL: application.address })).newPage();
  await signIn(look, { email: viewer.email, password: testPassword });
  await look.goto("/exports");
  await expect(rowOf(look, numbers[1])).toContainText("Do not send");
  await expect(look.getByRole("table").getByRole("button")).toHaveCount(0);
  await expect(look.getByRole("checkbox")).toHaveCount(0);
  await look.goto(`/work-orders?q=${numbers[0]}`);
  await look.getByRole("link", { name: numbers[0] }).click();
  await expect(look.getByRole("region", { name: "Sales order in Cash" })).toContainText("Last seen in Cash");
  await expect(look.getByRole("button", { name: "Look up now in Cash" })).toHaveCount(0);
  await look.context().close();
});
