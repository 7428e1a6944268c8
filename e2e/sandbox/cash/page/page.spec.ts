import { expect, test } from "@playwright/test";
import { expectAccessible } from "@/e2e/support/people-pages";
import { expectNoSidewaysScroll, openSection } from "../../core/page/testing/sections";
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

/** An order of two priced lines and a text, for the first customer; its number is 260001. */
async function bookOrder(): Promise<void> {
  const customer = (await readOne("2220"))?.["0101"] ?? "";
  const article = (await readOne("2260A"))?.["2260"] ?? "";
  const line = (fields: string) => `<R2410><F2260>${article}</F2260>${fields}</R2410>`;
  const message =
    `<CASH><R2400><F2401>261121</F2401><F2406>2026.1234</F2406><F2220>${customer}</F2220><F2405>Koeling lekt</F2405></R2400>` +
    `${line("<F2001>Koelkraan</F2001><F2410>3</F2410><F2267>1234,50</F2267><F2002>10,00</F2002>")}<R2410><F2001>Kraan vervangen</F2001></R2410>` +
    `${line("<F2001>Monteur</F2001><F2410>-0,33</F2410><F2267>62,50</F2267>")}</CASH>`;
  expect((await speak(sandbox.url).import(message)).transaction).toMatchObject({ status: 2 });
}

test("a person who exported a work order finds it among the sales orders, with its lines and what they come to", async ({ page }) => {
  await bookOrder();
  await page.goto(`${sandbox.url}/#/2400`);
  await page.getByRole("searchbox").fill("2026.1234");
  await expect(page.getByText("1–1 of 1")).toBeVisible();
  await page.getByRole("link", { name: "260001" }).click();
  await expect(page.getByRole("heading", { name: "Sales order 260001" })).toBeVisible();
  await expect(page.getByRole("definition").filter({ hasText: "2026.1234" })).toBeVisible();
  // 3 × 1234,50 − 10 %, and −0,33 × 62,50 = −20,625.
  await expect(page.getByRole("cell", { name: "3.333,15" })).toBeVisible();
  await expect(page.getByRole("cell", { name: "-20,63" })).toBeVisible();
  await expect(page.getByRole("row", { name: "Total without VAT 3.312,52" })).toBeVisible();
  await page.getByLabel("Administration", { exact: true }).selectOption("02");
  await expect(page.getByText("No sales orders yet.")).toBeVisible();
  await page.goto(`${sandbox.url}/#/2400/260001?administration=02`);
  await expect(page.getByText("There is no such order in this administration.")).toBeVisible();
});

test("nobody is shut out of the Cash sandbox's page, on a wide screen or a phone", async ({ page }) => {
  const order = ["2400/260001?administration=01", "Sales order 260001"] as const;
  await bookOrder();
  await page.goto(sandbox.url);
  await page.getByRole("button", { name: "000100" }).click();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  for (const [section, heading] of [order, ["requests", "Requests"], ["switches", "Faults and behaviour"]] as const) {
    await openSection(page, section, heading);
    await expectAccessible(page);
  }
  await page.setViewportSize({ width: 390, height: 844 });
  for (const [section, heading] of [["2400", "Sales orders"], order, ["transactions", "Transactions"], ["requests", "Requests"], ["switches", "Faults and behaviour"], ["0101", "Relations"]] as const) {
    await openSection(page, section, heading);
    await expectNoSidewaysScroll(page);
  }
  await expectAccessible(page);
});
