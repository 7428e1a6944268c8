import { expect, test } from "@playwright/test";
import { expectAccessible } from "@/e2e/support/people-pages";
import { expectNoSidewaysScroll, openSection } from "../../core/page/testing/sections";
import { startEasybillSandbox, type EasybillSandbox } from "../start";
import { speak } from "../testing/wire";

let sandbox: EasybillSandbox;
test.beforeAll(async () => {
  sandbox = await startEasybillSandbox({ customers: 60 });
});
test.beforeEach(async () => {
  await sandbox.reset("data");
});
test.afterAll(() => sandbox.stop());

test("a person finds a customer in the EasyBill sandbox and changes it", async ({ page }) => {
  await page.goto(sandbox.url);
  await expect(page.getByText("1–25 of 60")).toBeVisible();
  await page.getByRole("searchbox").fill("10017");
  await page.getByRole("row").nth(1).getByRole("button").click();
  await page.getByLabel("company_name", { exact: true }).fill("Größe & Söhne");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("cell", { name: "Größe & Söhne" })).toBeVisible();
  expect((await sandbox.customers()).find(({ number }) => number === "10017")?.company_name).toBe("Größe & Söhne");
});

test("a person finishes, pays and cancels an invoice, and revokes the key", async ({ page }) => {
  const { id } = await speak(sandbox.apiUrl).post("/documents", { external_id: "W-1", title: "Auftrag W-1", items: [{ description: "Rohr", single_price_net: 1000, vat_percent: 19 }] });
  await page.goto(`${sandbox.url}/#/documents`);
  await page.getByRole("link", { name: `Draft ${id}` }).click();
  await expect(page.getByText("11,90 €")).toBeVisible();
  await page.getByRole("button", { name: "Finish" }).click();
  await expect(page.getByRole("heading", { name: "RE-1001" })).toBeVisible();
  await page.getByRole("button", { name: "Mark as paid" }).click();
  await expect(page.getByText("Paid", { exact: true }).first()).toBeVisible();
  await page.getByRole("button", { name: "Cancel the invoice" }).click();
  await expect(page.getByText("Cancelled by")).toBeVisible();
  expect(await sandbox.documents()).toMatchObject([{ id, paid_amount: 1190 }, { type: "STORNO" }]);

  await page.getByRole("link", { name: "Faults and behaviour" }).click();
  await page.getByRole("button", { name: "Revoke the key" }).click();
  await expect(page.getByText("Revoked").first()).toBeVisible();
  expect((await speak(sandbox.apiUrl).get("/logins")).status).toBe(401);
});

test("nobody is shut out of what is EasyBill's own on its sandbox's page, on a wide screen or a phone", async ({ page }) => {
  const [id = 0] = await sandbox.act([{ act: "create", table: "documents", fields: { items: [{ single_price_net: 1 }] } }]);
  const draft = [`documents/${id}?company=business`, `Draft ${id}`] as const;
  await speak(sandbox.apiUrl).get("/logins");
  await page.goto(sandbox.url);
  for (const [section, heading] of [draft, ["switches", "Faults and behaviour"]] as const) {
    await openSection(page, section, heading);
    await expectAccessible(page);
  }
  await page.setViewportSize({ width: 390, height: 844 });
  for (const [section, heading] of [["customers", "Customers"], ["documents", "Documents"], draft, ["deliveries", "Deliveries"], ["requests", "Requests"], ["switches", "Faults and behaviour"]] as const) {
    await openSection(page, section, heading);
    await expectNoSidewaysScroll(page);
  }
});
