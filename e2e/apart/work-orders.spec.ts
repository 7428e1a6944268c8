import type { Page } from "@playwright/test";
import { connectCash, openCashAccount, type CashAccount } from "../support/cash-account";
import { expectAccessible } from "../support/people-pages";
import { expect, test } from "../support/test";

test.describe.configure({ mode: "serial" });

let account: CashAccount;
let page: Page;
test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000);
  account = await openCashAccount(browser);
  const { db, accountId } = account;
  page = account.page;
  await connectCash(page, { without: ["Relations", "Materials", "Hour types", "Warehouses"] });
  await db.prisma.$executeRaw`
    UPDATE connection SET settings = jsonb_set(settings, '{exports}', coalesce(settings->'exports', '{}') || '{"isOn": true, "startDate": "2026-01-01", "hourRounding": "15"}') WHERE account_id = ${accountId}::uuid`;
  // Accounts of other specs write to the same administration, where a number stands for one work order.
  await db.prisma.workOrderCounter.create({ data: { accountId, year: new Date().getFullYear(), last: 10_000 + Math.floor(Math.random() * 900_000) } });
  const place = { street: "Dorpsstraat 18", postalCode: "3431 AB", city: "Nieuwegein", countryCode: "NL" };
  await db.prisma.relation.createMany({
    data: [
      { accountId, debtorNumber: "77010023", name: "Bakkerij Van Leeuwen", phone: "030 555 01 42", ...place },
      { accountId, debtorNumber: "77010031", name: "Van Leeuwen Holding", ...place },
    ],
  });
  await db.prisma.material.create({ data: { accountId, code: "77-4711", name: "Circulation pump 25-60", unit: "pc", price: "289.0000" } });
  await db.prisma.hourType.createMany({ data: [{ accountId, code: "77-MONT", name: "Assembly", price: "68" }, { accountId, code: "77-REIS", name: "Travel", billable: false }] });
  await db.prisma.employee.create({ data: { accountId, code: "SB", name: "Sanne Bakker" } });
});
test.afterAll(() => account.close());

const field = (name: string) => page.getByLabel(name, { exact: true });
const pick = async (name: string, typed: string, option: string) => {
  const input = page.getByRole("combobox", { name, exact: true }).last();
  await input.pressSequentially(typed);
  await page.getByRole("option", { name: option }).waitFor();
  await input.press("ArrowDown");
  await input.press("Enter");
  await expect(page.getByRole("listbox")).toHaveCount(0);
};
const box = () => page.getByRole("region", { name: /^Why is it/ });

test("a work order is entered by picking, completed, and is in Cash", async () => {
  test.setTimeout(300_000);
  await page.goto("/work-orders");
  await expect(page.getByRole("heading", { name: "No work orders yet" })).toBeVisible();
  await page.getByRole("link", { name: "New work order" }).first().click();
  await pick("Name", "bakkerij", "Bakkerij Van Leeuwen");
  await expect(field("Debtor number")).toHaveValue("77010023");
  await expect(field("House number")).toHaveValue("18");
  await field("Short description").fill("Replace circulation pump");
  await page.getByRole("button", { name: "Add material" }).click();
  await pick("Material", "pump", "Circulation pump 25-60");
  await expect(field("Price")).toHaveValue("289");
  await field("Quantity").fill("1,5");
  await page.getByRole("button", { name: "Add work period" }).click();
  await pick("Employee", "sanne", "Sanne Bakker");
  await pick("Hour type", "77-MONT", "Assembly");
  await page.getByRole("button", { name: "Create" }).click();
  await expect(page.getByText("Enter begin and end, or the total.")).toBeVisible();
  await field("Begin").fill("8:10");
  await field("End").fill("10.48");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Create" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^\d{4}\.\d{5,6}$/ })).toBeVisible();
  await expect(box()).toContainText("The work order is not complete yet");
  await expect(page.getByRole("region", { name: "Materials" }).first()).toContainText("433.50");
  await expect(page.getByRole("region", { name: "Work periods" }).first()).toContainText(/2:38.*2\.75 h.*187\.00/s);

  await page.getByRole("button", { name: "Show preview" }).click();
  await expect(page.getByText("Would be created in Cash")).toBeVisible();
  await expect(page.getByRole("row", { name: /Net total/ })).toContainText("620.50");
  await expectAccessible(page);

  await page.getByRole("button", { name: "Complete" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("With this work status it goes to Cash at once.")).toBeVisible();
  await dialog.getByRole("button", { name: "Complete" }).click();
  await expect(box()).toContainText(/It is in Cash under number \d+/, { timeout: 150_000 });
  await expect(page.getByRole("list", { name: "Status" }).getByText("Handled")).toHaveAttribute("aria-current", "step");
});

test("who leaves a form with entries is asked, and an exported work order becomes a revision only knowingly", async () => {
  await page.getByRole("link", { name: "Edit" }).click();
  await field("Short description").fill("Replace circulation pump and valve");
  await page.getByRole("link", { name: "Relations" }).first().click();
  await page.getByRole("alertdialog", { name: "Leave without saving?" }).getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("button", { name: "Save" }).click();
  const warning = page.getByRole("alertdialog", { name: /is in Cash already$/ });
  await expect(warning).toContainText(/It was exported as \d+\./);
  await warning.getByRole("button", { name: "Save as a new revision" }).click();
  await expect(box()).toContainText("It was changed after it went to Cash");
  await expect(box().getByRole("button", { name: "Export the revision" })).toBeVisible();
  await expect(page.getByRole("region", { name: "History" })).toContainText("revision 2");
});

test("a list is searched and filtered, and says per work order what was done to many", async () => {
  const { db, accountId } = account;
  await db.prisma.workOrder.createMany({
    data: ["A", "B", "C"].map((letter) => ({ accountId, number: `OS-${letter}`, customerName: `Hotel ${letter}`, status: letter === "C" ? ("handled" as const) : ("ready" as const), workDate: new Date("2026-11-18") })),
  });
  await page.goto("/work-orders?search=hotel");
  await expect(page.getByText("3 work orders")).toBeVisible();
  await page.getByRole("checkbox", { name: "Select all on this page" }).first().check();
  await expect(page.getByText("3 selected")).toBeVisible();
  await page.getByRole("region", { name: "What to do with the selected work orders" }).getByRole("button", { name: "Status", exact: true }).click();
  await page.getByRole("menuitem", { name: "Retrieved" }).click();
  const question = page.getByRole("alertdialog", { name: "Set 3 work orders to Retrieved?" });
  await expect(question).toContainText("OS-A");
  await question.getByRole("button", { name: "Set 3 to Retrieved" }).click();
  const result = page.getByRole("dialog", { name: "What happened" });
  await expect(result).toContainText("2 of 3 done.");
  await expect(result.getByRole("listitem").first()).toContainText("OS-C");
  await expectAccessible(page);
  await result.getByRole("button", { name: "Close" }).last().click();
  await page.getByRole("combobox", { name: "Status", exact: true }).click();
  await page.getByRole("option", { name: "Retrieved" }).click();
  await expect(page.getByText("2 work orders")).toBeVisible();
  await page.goto("/work-orders?search=nobody");
  await page.getByRole("link", { name: "Show all work orders" }).click();
  await expect(page.getByText("4 work orders")).toBeVisible();
});
