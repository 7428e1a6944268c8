import { expect, test, type Page } from "@playwright/test";
import { locales } from "@/lib/i18n/locales";
import { themeCookie } from "@/lib/theme";
import { application } from "@/e2e/support/application";
import { addEasybill } from "@/e2e/support/easybill-records";
import { expectAccessible, expectLegible } from "@/e2e/support/people-pages";
import { createRecordsAccount, type RecordsAccount } from "@/e2e/support/records-account";

let account: RecordsAccount;
let addresses: string[];
test.beforeAll(async () => {
  account = await createRecordsAccount();
  const of = { where: { accountId: account.accountId }, select: { id: true } };
  const [relation, material, hourType] = await Promise.all([
    account.db.prisma.relation.findFirstOrThrow({ ...of, where: { ...of.where, debtorNumber: "9" } }),
    account.db.prisma.material.findFirstOrThrow(of),
    account.db.prisma.hourType.findFirstOrThrow(of),
  ]);
  const workOrder = await account.db.prisma.workOrder.create({
    data: {
      accountId: account.accountId, number: "2026.0001", status: "complete", customerName: "Café Élan", customerDebtorNumber: "9", workDate: new Date("2026-03-02"), completedAt: new Date(), shortDescription: "Replace circulation pump",
      materials: { create: { accountId: account.accountId, position: 1, code: "4711", name: "Circulation pump 25-60, bronze, with thermostatic mixing valve", quantity: "2.5", discount: "10", vatRate: "21" } },
      periods: { create: { accountId: account.accountId, position: 2, date: new Date("2026-03-02"), beginMinute: 490, endMinute: 648, totalMinutes: 158, hourTypeCode: "REIS", employeeName: "Sanne Bakker", isTravel: true } },
    },
    select: { id: true },
  });
  const { contactId, categoryId, invoicedWorkOrderId } = await addEasybill(account);
  addresses = [
    "/dashboard", "/dashboard?range=24h", "/dashboard?range=30d",
    "/work-orders", "/work-orders?search=nobody", `/work-orders/${workOrder.id}`, `/work-orders/${workOrder.id}/edit`, "/work-orders/new", "/exports", "/exports?search=nobody",
    "/relations", "/relations?search=nobody", "/relations?tab=not-imported", `/relations/${relation.id}`, `/relations/${relation.id}?edit=yes`,
    "/materials", `/materials/${material.id}`, "/hour-types", `/hour-types/${hourType.id}`, "/warehouses", "/employees", "/log", "/runs", "/profile", "/no-access",
    "/settings/integrations", "/settings/integrations/cash", "/settings/integrations/cash/manual", "/settings/licences", "/settings/users", "/settings/audit", "/settings/notices", "/nothing-here",
    "/settings/integrations/easybill", "/settings/integrations/easybill/manual", `/work-orders/${invoicedWorkOrderId}`, "/contacts", `/contacts/${contactId}`, "/categories", `/categories/${categoryId}`,
  ];
});
test.afterAll(() => account.close());

async function visit(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.locator("main")).toBeVisible();
  await expect(page.locator("main [aria-busy=true]")).toHaveCount(0);
}

/** How many pixels the page is wider than its window, and by what. */
function overflowOf(page: Page) {
  return page.evaluate(() => {
    const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    const beyond = [...document.querySelectorAll("main *")].filter((element) => element.getBoundingClientRect().right > window.innerWidth + 1);
    return { wide, by: wide > 0 ? beyond.slice(0, 3).map((element) => element.outerHTML.slice(0, 200)) : [] };
  });
}

const desk = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

test("every page can be used by everybody, in the light theme and in the dark one, and fits a phone", async ({ browser }) => {
  test.setTimeout(10 * 60_000);
  const page = await account.open(browser, "administrator");
  // Colours on their way from one theme to the other would be nobody's.
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.context().addCookies([{ name: themeCookie, value: "light", url: application.address }]);
  for (const address of addresses) {
    await test.step(address, async () => {
      await page.setViewportSize(desk);
      await visit(page, address);
      await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
      await expectAccessible(page);
      await expect(page.locator("h1, h2, h3").first()).toBeVisible();
      // Of what is looked at, the themes differ in their colours alone, and the windows in their widths.
      await page.locator("html").evaluate((html) => html.setAttribute("data-theme", "dark"));
      await expectLegible(page);
      await page.setViewportSize(phone);
      expect(await overflowOf(page)).toEqual({ wide: 0, by: [] });
    });
  }
  await page.context().close();
});

for (const locale of locales.filter((one) => one !== "en")) {
  test(`no page scrolls sideways on a phone, in ${locale}`, async ({ browser }) => {
    test.setTimeout(5 * 60_000);
    const page = await account.open(browser, "administrator", locale);
    await page.setViewportSize(phone);
    // The words come from the server: what scripts do to a page is the same in every language, and takes most of the time.
    await page.route((url) => url.pathname.endsWith(".js"), (route) => route.abort());
    for (const address of addresses) {
      await test.step(address, async () => {
        await visit(page, address);
        expect(await overflowOf(page)).toEqual({ wide: 0, by: [] });
      });
    }
    await page.context().close();
  });
}

test("the pages for people who are not signed in are accessible, too, and fit a phone", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const locale of locales) {
    await page.context().addCookies([{ name: "outsmart-locale", value: locale, url: application.address }]);
    await visit(page, "/sign-in");
    await expectAccessible(page);
    expect(await overflowOf(page)).toEqual({ wide: 0, by: [] });
  }
});

test("the keyboard reaches the page past the menu, and the menu on a phone", async ({ browser }) => {
  const page = await account.open(browser, "viewer");
  await visit(page, "/relations");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("main")).toBeFocused();

  await page.setViewportSize({ width: 390, height: 844 });
  const button = page.getByRole("button", { name: /Menu$/ });
  await button.press("Enter");
  await expect(button).toHaveAttribute("aria-expanded", "true");
  await expect(page.getByRole("navigation", { name: "Main menu" }).getByRole("link", { name: "Relations" })).toHaveAttribute("aria-current", "page");
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(button).toHaveAttribute("aria-expanded", "false");
  await expect(page.getByText("Settings", { exact: true })).toHaveCount(0);
  await page.context().close();
});

test("the appearance is chosen in the person's menu and remembered", async ({ browser }) => {
  const page = await account.open(browser, "viewer");
  await visit(page, "/relations");
  const person = page.getByRole("button", { name: /^Robin viewer/ });
  await person.press("Enter");
  await page.getByRole("menuitemradio", { name: "Dark" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(person).toBeFocused();
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await person.click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await page.waitForURL(/\/sign-in/);
  await page.goto("/relations");
  await page.waitForURL(/\/sign-in/);
  await page.context().close();
});

test("a menu that is pressed before its script is there opens as soon as it is", async ({ browser }) => {
  const page = await account.open(browser, "viewer");
  await visit(page, "/relations");
  let isAsked = false;
  let letGo = (): void => undefined;
  const isLetGo = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route("**/_next/static/**/*.js", async (route) => {
    isAsked = true;
    await isLetGo;
    await route.continue();
  });
  const person = page.getByRole("button", { name: /^Robin viewer/ });
  await expect(async () => {
    await person.press("Enter");
    expect(isAsked).toBe(true);
  }).toPass();
  await expect(person).toBeFocused();
  expect(await page.getByRole("menu").count()).toBe(0);
  letGo();
  await expect(page.getByRole("menuitemradio").first()).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(person).toBeFocused();
  await page.context().close();
});

test("the health of the installation can be asked for without signing in", async ({ request }) => {
  const answer = await request.get("/api/health");
  expect([answer.status(), await answer.json()]).toEqual([200, { ok: true }]);
});
