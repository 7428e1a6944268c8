import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { startCashSandbox, type CashSandbox } from "../start";
import { readRecords, speak } from "../testing/wire";

let sandbox: CashSandbox;
test.beforeAll(async () => {
  sandbox = await startCashSandbox({ relations: 60 });
});
test.beforeEach(() => sandbox.reset("data"));
test.afterAll(() => sandbox.stop());

const readOne = async (command: string) => readRecords((await speak(sandbox.url).export(command)).exportResult)[0];

test("a person finds a relation in the Cash sandbox, edits it and blocks it", async ({ page }) => {
  await page.goto(sandbox.url);
  await expect(page.getByText("1–25 of 60")).toBeVisible();
  await page.getByRole("button", { name: "Next" }).click();
  await expect(page.getByText("26–50 of 60")).toBeVisible();
  await page.getByRole("searchbox").fill("000110");
  await page.getByRole("button", { name: "000110" }).click();
  await page.getByLabel("Naam F0103").fill("Café 't Hoekje & Zn.");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("cell", { name: "Café 't Hoekje & Zn." })).toBeVisible();
  expect(await readOne("0101|110")).toMatchObject({ "0103": "Café 't Hoekje & Zn." });

  await page.getByRole("button", { name: "000110" }).click();
  await page.getByRole("button", { name: "Block", exact: true }).click();
  await expect(page.getByRole("cell", { name: "Blocked" })).toBeVisible();
  expect(await readOne("0101|110")).toMatchObject({ "1487": "J" });
});

test("a person adds a relation to the second administration, and is told what is wrong with it", async ({ page }) => {
  await page.goto(sandbox.url);
  await page.getByLabel("Administration", { exact: true }).selectOption("02");
  await expect(page.getByText("of 12")).toBeVisible();
  await page.getByRole("button", { name: "Add a relation" }).click();
  await page.getByLabel("Relatienummer F0101").fill("12345678");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert")).toHaveText("Ongeldige waarde 0101=12345678");
  await page.getByLabel("Relatienummer F0101").fill("900");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("of 13")).toBeVisible();
  expect(readRecords((await speak(sandbox.url, undefined, "02").export("0101|900")).exportResult)).toEqual([{ "0101": "000900" }]);
});

test("a person switches a fault on and off, and sees the request that met it", async ({ page }) => {
  await page.goto(`${sandbox.url}/#/switches`);
  const refused = page.getByRole("switch", { name: "Login refused" });
  await refused.check();
  await expect(page.getByText("1 fault is switched on.")).toBeVisible();
  expect((await speak(sandbox.url).export("2209")).code).toBe(2);
  await page.getByRole("link", { name: "Requests" }).click();
  await expect(page.getByRole("cell", { name: "loginRefused" })).toBeVisible();
  await page.getByRole("link", { name: "Faults and behaviour" }).click();
  await refused.uncheck();
  await expect(page.getByText("Everything works as it should.")).toBeVisible();
  expect((await speak(sandbox.url).export("2209")).code).toBe(1);
});

for (const { name, viewport } of [
  { name: "a wide screen", viewport: { width: 1440, height: 900 } },
  { name: "a phone", viewport: { width: 390, height: 844 } },
]) {
  test(`nobody is shut out of the Cash sandbox's page on ${name}`, async ({ page }) => {
    await page.setViewportSize(viewport);
    for (const section of ["0101", "transactions", "requests", "switches"]) {
      await page.goto(`${sandbox.url}/#/${section}`);
      await expect(page.locator("h1")).toBeVisible();
      expect((await new AxeBuilder({ page }).analyze()).violations, section).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), section).toBe(true);
    }
    await page.goto(`${sandbox.url}/#/0101`);
    await page.getByRole("button", { name: "000100" }).click();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toBeHidden();
  });
}
