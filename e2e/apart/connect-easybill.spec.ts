import type { VendorAccount } from "../support/cash-account";
import { openEasybillAccount, submitKey } from "../support/easybill-account";
import { expectAccessible } from "../support/people-pages";
import { expect, test } from "../support/test";

test.describe.configure({ mode: "serial", timeout: 120_000 });

let account: VendorAccount;
test.beforeAll(async ({ browser }) => {
  account = await openEasybillAccount(browser);
});
test.afterAll(() => account.close());

test("a key is tried before it is stored, and the page says whose EasyBill it opens", async () => {
  const { page } = account;
  await page.getByRole("button", { name: "Submit" }).click();
  await expect(page.getByText("Choose one.")).toBeVisible();
  await submitKey(page, { apiKey: "no-key-of-anybody" });
  await expect(page.getByRole("alert").filter({ hasText: "EasyBill does not accept this API key." })).toBeVisible();
  await submitKey(page);
  await expect(page.getByText(/^EasyBill administrator: .+@/)).toBeVisible();
  await expect(page.getByText("of 60 used in the last minute")).toBeVisible();
  await expectAccessible(page);
});

test("customers, products and hour types come in", async () => {
  const { page, db, accountId } = account;
  // One request for each customer: contact persons take longer than this test.
  for (const kind of ["Contact persons", "Employees"]) await page.getByRole("switch", { name: kind }).click();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(/^Saved\. /)).toBeVisible();
  await page.getByRole("button", { name: "Sync all" }).click();
  await page.getByRole("alertdialog").or(page.getByRole("dialog")).getByRole("button", { name: "Sync", exact: true }).click();
  await expect(async () => expect(await db.prisma.hourType.count({ where: { accountId } })).toBeGreaterThan(0)).toPass({ timeout: 60_000 });
  await expect(page.getByRole("progressbar", { name: "Progress of the sync" })).toHaveCount(0, { timeout: 60_000 });
  expect(await db.prisma.relation.count({ where: { accountId, active: true } })).toBeGreaterThan(100);
});
