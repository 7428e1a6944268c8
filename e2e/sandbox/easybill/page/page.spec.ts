import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
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

test("the pages of the EasyBill sandbox can be used by everybody, wide and narrow", async ({ page }) => {
  await sandbox.act([{ act: "create", table: "documents", fields: { items: [{ single_price_net: 1 }] } }]);
  await speak(sandbox.apiUrl).get("/logins");
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    for (const [section, heading] of [["customers", "Customers"], ["documents", "Documents"], ["requests", "Requests"], ["switches", "Faults and behaviour"]] as const) {
      await page.goto(`${sandbox.url}/#/${section}`);
      await expect(page.getByRole("heading", { name: heading, level: 1 })).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id: rule, nodes }) => `${section} ${rule}: ${nodes[0]?.html}`)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    }
  }
});
