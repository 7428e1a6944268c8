import { readFile } from "node:fs/promises";
import { expect, test, type Page } from "@playwright/test";
import { createRecordsAccount, relationCount, type RecordsAccount } from "@/e2e/support/records-account";

let account: RecordsAccount;
let page: Page;
test.beforeAll(async ({ browser }) => {
  account = await createRecordsAccount();
  page = await account.open(browser, "planner");
});
test.afterAll(async () => {
  await page.context().close();
  await account.close();
});

const rows = () => page.getByRole("table").getByRole("row").filter({ has: page.getByRole("cell") });
const openElan = async () => {
  await page.goto("/relations?search=elan");
  await page.getByRole("link", { name: "Café Élan" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Café Élan" })).toBeVisible();
};

test("a search finds while one types, accents aside, and stands in the address", async () => {
  await page.goto("/relations");
  await expect(page.getByText(`${relationCount} relations`)).toBeVisible();
  await page.getByRole("searchbox").pressSequentially("cafe elan");
  await expect(rows()).toHaveCount(1);
  await expect(rows()).toContainText("'s-Hertogenbosch");
  await expect(page).toHaveURL(/search=cafe\+elan/);
  await page.reload();
  await expect(page.getByRole("searchbox")).toHaveValue("cafe elan");
  await page.getByRole("button", { name: "Clear search" }).click();
  await expect(page.getByText(`${relationCount} relations`)).toBeVisible();
});

test("a search that finds nothing says so and leads back to everything", async () => {
  await page.goto("/relations?search=nobody+at+all");
  await expect(page.getByRole("heading", { name: "Nothing found" })).toBeVisible();
  await page.getByRole("link", { name: "Clear search and filter" }).click();
  await expect(page.getByText(`${relationCount} relations`)).toBeVisible();
});

test("the pages show every relation once, sorted by number as numbers", async () => {
  await page.goto("/relations");
  await page.getByRole("link", { name: "Debtor number" }).click();
  await expect(page.getByRole("columnheader", { name: "Debtor number" })).toHaveAttribute("aria-sort", "ascending");
  const cells = page.locator("tbody td:nth-child(2)");
  const numbers: number[] = [];
  for (;;) {
    await expect(cells).toHaveCount(Math.min(50, relationCount - numbers.length));
    const shown = await cells.allInnerTexts();
    numbers.push(...shown.map(Number));
    const next = page.getByRole("link", { name: "Next", exact: true });
    if ((await next.count()) === 0) break;
    await next.click();
    await expect(cells.first()).not.toHaveText(shown[0] ?? "");
  }
  expect(numbers).toHaveLength(relationCount);
  expect(numbers).toEqual([...numbers].sort((one, other) => one - other));
  await page.getByRole("link", { name: "To the beginning" }).click();
  await expect(rows().first()).toContainText("Notariskantoor");
});

test("a relation that is out of use is found with its reason", async () => {
  await page.goto("/relations");
  await expect(page.getByText("Blocked customer")).toHaveCount(0);
  await page.getByRole("combobox", { name: "Show" }).click();
  await page.getByRole("option", { name: "Inactive" }).click();
  await page.getByRole("link", { name: "Blocked customer" }).click();
  await expect(page.getByText("Blocked", { exact: true })).toBeVisible();
});

test("what was not imported stands there with its reason, and in a file no spreadsheet calculates with", async () => {
  await page.goto("/relations");
  await page.getByRole("link", { name: /^Not imported/ }).click();
  await expect(rows().filter({ hasText: "10417" })).toContainText("The city is missing");
  await expect(rows().filter({ hasText: "10418" })).toContainText("Payment term (days): “thirty days”");
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Download as CSV" }).click()]);
  expect(download.suggestedFilename()).toBe("not-imported-relations.csv");
  const lines = (await readFile(await download.path(), "utf8")).trimEnd().split("\r\n");
  expect(lines).toHaveLength(3);
  expect(lines[1]).toContain(`"'=HYPERLINK(""http://bad.example"")"`);
});

test("a relation tells where it came from and when, with its delivery addresses", async () => {
  await openElan();
  const origin = page.getByRole("region", { name: "Where it came from" });
  for (const fact of ["Cash", "01 · Van den Berg", "2 Mar 2026, 09:15"]) await expect(origin.getByText(fact, { exact: true }).first()).toBeVisible();
  await expect(page.getByRole("region", { name: "Delivery addresses" })).toContainText("Havenkade 4");
});

test("an edit is warned about, stored, and shown beside what the vendor has", async () => {
  await openElan();
  await page.getByRole("link", { name: "Edit" }).click();
  await expect(page.getByRole("note")).toContainText("a manual sync, overwrites what you enter here");
  await page.getByLabel("Phone").fill("045 555 99 99");
  await expect(page.getByText("was 045 555 01 40")).toBeVisible();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved. 1 field changed.")).toBeVisible();
  const details = page.getByRole("region", { name: "Details" });
  await expect(details).toContainText("045 555 99 99");
  await expect(details).toContainText("Cash has 045 555 01 40");
  await expect(details).toContainText("changed by Robin planner");
  await page.goto("/relations?search=elan");
  await expect(rows()).toContainText("Edited here");
  const [edit] = await account.db.prisma.localEdit.findMany({ where: { accountId: account.accountId } });
  expect(edit).toMatchObject({ field: "phone", vendorValue: "045 555 01 40", localValue: "045 555 99 99" });
});

test("what cannot be right is said at the field, and nothing is stored", async () => {
  await openElan();
  await page.getByRole("link", { name: "Edit" }).click();
  await page.getByLabel("Name", { exact: true }).fill("");
  await page.getByLabel("Email address").fill("nobody");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Fill in this field.")).toBeVisible();
  await expect(page.getByText("This is not an email address.")).toBeVisible();
  await expect(page.getByLabel("Name", { exact: true })).toHaveAttribute("aria-invalid", "true");
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Café Élan" })).toBeVisible();
});

test("whether an hour type is billable is switched at once and kept", async () => {
  await page.goto("/hour-types");
  await page.getByRole("link", { name: "Assembly" }).click();
  await page.getByRole("switch", { name: "Billable" }).click();
  await expect(page.getByText("Hours of this type are not billable any more.")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("switch", { name: "Billable" })).not.toBeChecked();
});

test("prices are written as the language does", async ({ browser }) => {
  const german = await account.open(browser, "viewer", "de");
  await german.goto("/materials");
  await expect(german.getByText("12.345,6789")).toBeVisible();
  await expect(german.getByText("17,95")).toBeVisible();
  await german.context().close();
});

test("a viewer reads and does not edit", async ({ browser }) => {
  await openElan();
  const address = new URL(page.url()).pathname;
  const viewer = await account.open(browser, "viewer");
  await viewer.goto(`${address}?edit=yes`);
  await expect(viewer.getByRole("region", { name: "Details" })).toBeVisible();
  await expect(viewer.getByRole("link", { name: "Edit" })).toHaveCount(0);
  await expect(viewer.getByRole("textbox")).toHaveCount(0);
  await viewer.context().close();
});

test("another account's record is a page that is not there", async ({ browser }) => {
  await openElan();
  const address = new URL(page.url()).pathname;
  const other = await createRecordsAccount();
  const stranger = await other.open(browser, "administrator");
  await stranger.goto(address);
  await expect(stranger.getByText("There is nothing at this address")).toBeVisible();
  await expect(stranger.getByText("Café Élan")).toHaveCount(0);
  await stranger.context().close();
  await other.close();
});
