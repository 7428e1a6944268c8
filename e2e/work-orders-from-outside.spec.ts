import { readFileSync } from "node:fs";
import { expectAccessible, openOtherAccount } from "@/e2e/support/people-pages";
import { expect, test } from "@/e2e/support/test";

const least = { CustomerDebtorNr: "10023", CustomerName: "Bakkerij Van Leeuwen", WorkDate: "2026-11-20" };

test("a key is shown once, lets other software send work orders, and no longer does once it is revoked", async ({ browser, request }) => {
  const page = await openOtherAccount(browser);
  const name = `Planning ${Date.now()}`;
  await page.goto("/settings/api-keys");
  await page.getByRole("button", { name: "Make key" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill(name);
  await page.getByRole("dialog").getByRole("button", { name: "Make key" }).click();
  const shown = page.getByRole("alertdialog").getByLabel("API key");
  await expect(shown).toHaveValue(/^osk_/);
  const key = await shown.inputValue();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Done" }).click();
  const row = page.getByRole("row").filter({ hasText: name });
  await expect(row).toContainText(`… ${key.slice(-4)}`);
  await expect(row).toContainText("Not yet");
  expect(await page.content()).not.toContain(key);

  const send = (more = {}) => request.post("/api/v1/work-orders", { headers: { authorization: `Bearer ${key}` }, data: { ...least, WorkorderNo: name, ...more } });
  const [created, repeated] = [await send(), await send()];
  expect([created.status(), repeated.status(), await repeated.json()]).toEqual([201, 200, expect.objectContaining({ WorkorderNo: name, result: "unchanged" })]);
  const [wrong, large] = [await send({ WorkDate: "soon" }), await send({ WorkDescription: "x".repeat(2_000_000) })];
  expect([wrong.status(), large.status(), large.headers()["content-type"]]).toEqual([422, 413, "application/problem+json"]);
  expect(await wrong.json()).toMatchObject({ errors: [{ field: "WorkDate" }] });
  const standing = await request.get(`/api/v1/work-orders/${encodeURIComponent(name)}`, { headers: { authorization: `Bearer ${key}` } });
  expect(await standing.json()).toMatchObject({ Status: "Ready", Exports: [] });

  await page.reload();
  await expect(row).not.toContainText("Not yet");
  await row.getByRole("button", { name: `Revoke the key ${name}` }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Revoke key" }).click();
  await expect(row).toContainText("Revoked");
  expect((await send()).status()).toBe(401);
  for (const [colorScheme, width] of [["light", 1440], ["dark", 390]] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 844 });
    await expectAccessible(page);
  }
  await page.context().close();
});

test("a file of work orders is looked at before it is stored; the wrong rows come back and go in once corrected", async ({ browser }) => {
  const page = await openOtherAccount(browser);
  const unique = Date.now();
  const file = ["WorkorderNo;CustomerName;WorkDate;MaterialCode;MaterialQuantity", `F-${unique}-1;Bakker;20-11-2026;4711;1,5`, `F-${unique}-2;Smid;20-11-2026;4711;two`].join("\r\n");
  const choose = (name: string, text: string) => page.getByLabel("CSV file").setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
  const counted = (result: string) => page.locator(`[data-result=${result}] dd`);

  await page.goto("/work-orders/import");
  await expect(async () => {
    await choose("nonsense.csv", "a;b\n1;2");
    await expect(page.getByText("The file has columns that are not known: a and b.")).toBeVisible({ timeout: 5_000 });
  }).toPass();
  await choose("orders.csv", file);
  await expect(page.getByText("2 work orders in 2 rows. Nothing is stored yet.")).toBeVisible();
  await expect(counted("created")).toHaveText("1");
  await expect(page.getByRole("table", { name: "Wrong cells" }).getByRole("row").filter({ hasText: "MaterialQuantity" })).toContainText("two");
  await expectAccessible(page);

  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download the wrong rows" }).click();
  const wrongRows = readFileSync(await (await download).path(), "utf8");
  expect(wrongRows).toContain(`F-${unique}-2`);
  expect(wrongRows).not.toContain(`F-${unique}-1`);

  await page.getByRole("button", { name: "Import 1 work order" }).click();
  await expect(page.getByRole("heading", { name: "The file has been imported" })).toBeVisible({ timeout: 60_000 });
  await page.emulateMedia({ colorScheme: "dark" });
  await page.setViewportSize({ width: 390, height: 844 });
  await expectAccessible(page);

  await page.getByRole("button", { name: "Import another file" }).click();
  await choose("corrected.csv", wrongRows.replace("two", "2"));
  await expect(counted("created")).toHaveText("1");
  await expect(counted("wrong")).toHaveText("0");
  await page.getByRole("button", { name: "Import 1 work order" }).click();
  await expect(page.getByRole("heading", { name: "The file has been imported" })).toBeVisible({ timeout: 60_000 });
  await page.context().close();
});

test("viewers import nothing", async ({ viewer }) => {
  await viewer.goto("/work-orders/import");
  await viewer.waitForURL("**/no-access");
  expect((await viewer.request.get("/work-orders/import/template")).status()).toBe(403);
});
