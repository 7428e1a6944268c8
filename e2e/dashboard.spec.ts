import { expect, test, type Page } from "@playwright/test";
import { expectAccessible } from "@/e2e/support/people-pages";
import { createRecordsAccount, type RecordsAccount } from "@/e2e/support/records-account";

let account: RecordsAccount;
let page: Page;
test.beforeAll(async ({ browser }) => {
  account = await createRecordsAccount();
  const { id: connectionId } = await account.db.prisma.connection.findFirstOrThrow({ where: { accountId: account.accountId }, select: { id: true } });
  const at = new Date(Date.now() - 60_000);
  for (const state of ["succeeded", "failed"] as const) {
    await account.db.prisma.syncRun.create({
      data: { accountId: account.accountId, connectionId, administration: "01", trigger: "automatic", kinds: [], confirmedKinds: [], overwriteKinds: [], state, requestedAt: at, finishedAt: at, ...(state === "failed" ? { error: { code: "vendor_incomplete" } } : {}) },
    });
  }
  page = await account.open(browser, "viewer");
});
test.afterAll(async () => {
  await page.context().close();
  await account.close();
});

test("everybody lands where it says whether everything is all right, and the charts go over the time that is chosen", async () => {
  const start = await page.request.get("/", { maxRedirects: 0 });
  expect([start.status(), start.headers()["location"]], "before anything is painted").toEqual([307, "/dashboard"]);
  await page.goto("/");
  await expect(page).toHaveURL(/\/dashboard$/);
  const syncs = page.getByRole("region", { name: "Syncs by result" });
  await expect(syncs).toContainText(/\d+ syncs?, \d+ with an error/);
  const period = page.getByRole("navigation", { name: "Period of the charts" });
  await expect(period.getByRole("link", { name: "7 days" })).toHaveAttribute("aria-current", "true");
  await period.getByRole("link", { name: "24 hours" }).click();
  await expect(page).toHaveURL(/range=24h$/);
  await syncs.getByText("Show as table").click();
  await expect(syncs.getByRole("row")).toHaveCount(25);
  await expectAccessible(page);
});

test("it fits a phone and reads well in the dark", async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/dashboard?range=30d");
  await expect(page.getByRole("img", { name: "Syncs by result" })).toBeVisible();
  await page.locator("html").evaluate((html) => html.setAttribute("data-theme", "dark"));
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
});
