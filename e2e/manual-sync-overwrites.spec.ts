import { connectCash, openCash, openCashAccount, untilQuiet, type CashAccount } from "./support/cash-account";
import { expectAccessible } from "./support/people-pages";
import { expect, test } from "./support/test";

test.describe.configure({ mode: "serial" });

let account: CashAccount;
let relation: { address: string; name: string };
test.beforeAll(async ({ browser }) => {
  account = await openCashAccount(browser);
  await connectCash(account.page, { without: ["Materials", "Hour types", "Warehouses"] });
  await untilQuiet(account.page);
});
test.afterAll(() => account.close());

const phone = "030 555 01 42";

test("with no edits the dialog says plainly that a manual sync retrieves everything", async () => {
  const { page } = account;
  await page.getByRole("button", { name: "Sync all" }).click();
  const dialog = page.getByRole("alertdialog", { name: "Sync everything now?" });
  await expect(dialog).toContainText("It retrieves all records of Cash, not only what changed.");
  await dialog.getByRole("button", { name: "Cancel" }).click();
});

test("an edit made here is named before a manual sync overwrites it", async () => {
  const { page } = account;
  await page.goto("/relations");
  const [link] = [page.locator("tbody a").first()];
  relation = { name: (await link.innerText()).trim(), address: (await link.getAttribute("href")) ?? "" };
  await link.click();
  await page.getByRole("link", { name: "Edit" }).click();
  await page.getByLabel("Phone").fill(phone);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved. 1 field changed.")).toBeVisible();
  await expect(page.getByRole("region", { name: "History" }).getByRole("listitem").filter({ hasText: "Edited by hand" })).toContainText(phone);

  await openCash(page);
  await page.getByRole("button", { name: "Sync: Relations" }).click();
  const dialog = page.getByRole("alertdialog", { name: "A manual sync will overwrite one edit" });
  await expect(dialog.getByRole("row").filter({ hasText: relation.name })).toContainText(phone);
  await expect(dialog).toContainText("Phone");
  await expect(dialog.getByRole("columnheader")).toHaveText(["Record", "In OutSmart", "In Cash"]);
  await expectAccessible(page);
});

test("cancelling keeps the edit", async () => {
  const { page } = account;
  await page.getByRole("alertdialog").getByRole("button", { name: "Cancel" }).click();
  await page.goto(relation.address);
  await expect(page.getByRole("region", { name: "Details" })).toContainText(phone);
});

test("confirming brings the vendor's value back, and then there is nothing to overwrite", async () => {
  const { page } = account;
  await openCash(page);
  await page.getByRole("button", { name: "Sync: Relations" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Sync and overwrite 1" }).click();
  await expect(page.getByRole("region", { name: "Log" }).getByText(/^Manual sync finished/)).toBeVisible({ timeout: 90_000 });
  await page.getByRole("button", { name: "Sync: Relations" }).click();
  await expect(page.getByRole("alertdialog")).toContainText("Nobody has edited one of them in OutSmart");
  await page.getByRole("alertdialog").getByRole("button", { name: "Cancel" }).click();
  await page.goto(relation.address);
  await expect(page.getByRole("region", { name: "Details" })).not.toContainText(phone);
});

test("what Cash has by now is there on asking, and the history tells of it", async ({ cash }) => {
  const { page, db, accountId } = account;
  const { externalId } = await db.prisma.externalLink.findFirstOrThrow({ where: { accountId, localId: relation.address.split("/").at(-1) ?? "" } });
  await page.goto(relation.address);
  await page.getByRole("button", { name: "Look up now at Cash" }).click();
  await expect(page.getByText("Cash has it just like this: nothing has changed.")).toBeVisible();
  await cash.changeRecords("01", [{ action: "change", table: "0101", key: externalId, fields: { "0104": "Mevrouw Zonneveld" } }]);
  await page.getByRole("button", { name: "Look up now at Cash" }).click();
  await expect(page.getByText("Taken over from Cash: Attention.")).toBeVisible();
  await expect(page.getByRole("region", { name: "Details" })).toContainText("Mevrouw Zonneveld");
  await expect(page.getByRole("region", { name: "History" }).getByRole("listitem").filter({ hasText: "Looked up at Cash" }).first()).toContainText("Mevrouw Zonneveld");
  await expectAccessible(page);
});
