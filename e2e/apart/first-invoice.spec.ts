import { connectEasybillSandbox } from "@/e2e/sandbox/easybill/control/client";
import { application } from "../support/application";
import type { VendorAccount } from "../support/cash-account";
import { openEasybillAccount, submitKey } from "../support/easybill-account";
import { expectAccessible } from "../support/people-pages";
import { expect, test } from "../support/test";

test.describe.configure({ mode: "serial", timeout: 120_000 });

const sandbox = connectEasybillSandbox(application.easybillSandboxAddress);
/** Accounts of other specs may write to the same company, where a number stands for one work order. */
const number = `2026.${1_000_000 + Math.floor(Math.random() * 8_000_000)}`;

let account: VendorAccount;
let workOrderId: string;
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

test("a completed work order becomes a draft invoice", async () => {
  const { page, db, accountId } = account;
  const [relation, material, hourType, send] = await Promise.all([
    db.prisma.relation.findFirstOrThrow({ where: { accountId, active: true } }),
    db.prisma.material.findFirstOrThrow({ where: { accountId, active: true } }),
    db.prisma.hourType.findFirstOrThrow({ where: { accountId, active: true } }),
    db.prisma.workStatus.findFirstOrThrow({ where: { accountId, vendor: "easybill", purpose: "send" } }),
  ]);
  const today = new Date(new Date().toISOString().slice(0, 10));
  ({ id: workOrderId } = await db.prisma.workOrder.create({
    data: {
      accountId, number, status: "complete", workStatusId: send.id, customerName: relation.name, customerDebtorNumber: relation.debtorNumber, workDate: today, completedAt: new Date(), shortDescription: "Heizung entlüften",
      materials: { create: { accountId, position: 1, code: material.code, name: material.name, quantity: "2", price: "12.50", vatRate: "19" } },
      periods: { create: { accountId, position: 2, date: today, beginMinute: 480, endMinute: 570, totalMinutes: 90, hourTypeCode: hourType.code } },
    },
    select: { id: true },
  }));
  await page.getByRole("switch", { name: "Invoices" }).click();
  await expect(page.getByRole("switch", { name: "E-mail the invoice" })).toBeDisabled();
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("alertdialog", { name: "Send work orders to EasyBill?" }).getByRole("button", { name: "Save and export 1" }).click();
  // Left to itself it goes within a minute.
  await page.getByRole("button", { name: "Export work orders" }).click();
  await expect(page.getByText(/goes out now|nothing goes out/)).toBeVisible();
  await page.goto(`/work-orders/${workOrderId}`);
  const invoice = page.getByRole("region", { name: "Invoice in EasyBill" });
  await expect(invoice).toContainText("Draft", { timeout: 60_000 });
  await expect(page.getByRole("region", { name: "Why is it in EasyBill?" })).toBeVisible();
  await expectAccessible(page);
});

test("what becomes of the invoice at EasyBill is seen on the work order", async () => {
  const { page } = account;
  const invoice = page.getByRole("region", { name: "Invoice in EasyBill" });
  const { id } = (await sandbox.documents()).find(({ title }) => title?.startsWith(number)) ?? {};
  if (id === undefined) throw new Error(`EasyBill has no document of ${number}`);
  await sandbox.act([{ act: "finish", id }]);
  await expect(invoice).toContainText(/Final.*RE-\d+/, { timeout: 60_000 });
  await sandbox.act([{ act: "pay", id, amount: 1_000 }]);
  await expect(invoice).toContainText("€10.00 paid", { timeout: 60_000 });
  await sandbox.act([{ act: "pay", id }]);
  await expect(invoice).toContainText("All of it is paid.", { timeout: 60_000 });
  await expectAccessible(page);
  await page.goto("/work-orders");
  const row = page.getByRole("row", { name: new RegExp(number) });
  await expect(row).toContainText(/Paid.*RE-\d+/);
  await sandbox.act([{ act: "cancel", id }]);
  await expect(async () => {
    await page.goto(`/work-orders/${workOrderId}`);
    await expect(invoice).toContainText("Cancelled", { timeout: 2_000 });
  }).toPass();
});
