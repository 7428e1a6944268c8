import { expect, test, type Browser, type Page } from "@playwright/test";
import type { Failure } from "@/e2e/failures/failure";
import { startOfficeProcess, type OfficeProcess, type Trouble } from "@/e2e/failures/office-of-its-own";
import { visitOffices } from "@/e2e/failures/visit-offices";
import { createUser, testPassword } from "@/e2e/support/people";
import { english } from "@/e2e/support/proof/english";
import { startOwnApplication, webServerAlone, type OwnApplication } from "@/e2e/support/proof/own-application";
import { signIn } from "@/e2e/support/sign-in";
import type { Role } from "@/lib/auth/roles";
import type { RemedyLabel } from "@/lib/issues/issue-remedy";

/** What the focus must have been brought to. */
const focused: Partial<Record<RemedyLabel, string>> = {
  login: "#connection input[autocomplete=new-password]",
  administration: "#administration [role=combobox]",
  webhook: "#webhook button",
  licences: "#cash button",
  settings: "#documents",
};

let application: OwnApplication;
let offices: OfficeProcess;
/** Signed in, by account and role. */
const pages = new Map<string, Page>();

test.beforeAll(async () => {
  test.setTimeout(5 * 60_000);
  application = await startOwnApplication({ ...webServerAlone, LOG_LEVEL: "warn" });
  offices = startOfficeProcess(application.databaseUrl);
});
test.afterAll(async () => {
  for (const page of pages.values()) await page.context().close();
  await offices.close();
  await application.stop();
});

/** The browser of somebody of an account. */
async function pageOf(browser: Browser, accountId: string, role: Role = "administrator"): Promise<Page> {
  const key = `${accountId} ${role}`;
  const known = pages.get(key);
  if (known) return known;
  const { id, email } = await createUser(application.db, { accountId, role });
  await application.db.prisma.user.update({ where: { id }, data: { locale: "en" } });
  const context = await browser.newContext({ baseURL: application.address });
  const page = await context.newPage();
  await signIn(page, { email, password: testPassword });
  pages.set(key, page);
  return page;
}

type Said = Pick<Failure, "names" | "says" | "leadsTo" | "offers">;

/** Presses the button of the only open issue, and looks whether what it promised is there. */
async function pressRemedy(page: Page, { names, says, leadsTo: { label }, offers }: Said, { href, workOrder }: Trouble): Promise<void> {
  const faults: string[] = [];
  const note = (error: Error) => void faults.push(error.message);
  page.on("pageerror", note);
  await page.goto("/issues");
  await page.getByRole("article").getByRole("link", { name: english(`issues.button.${label}`) }).click();
  await expect(page).toHaveURL(`${application.address}${href}`);
  const main = page.getByRole("main");
  const field = focused[label];
  if (field !== undefined) {
    await expect(page.locator(field).first()).toBeFocused();
    await expect(page.locator(field).first()).toBeInViewport();
  }
  if (names !== undefined) await expect(main.getByText(names.replace("{workOrder}", workOrder ?? "?")).first()).toBeVisible();
  if (label === "workOrder" || label === "run") await expect(main.getByText(says).first()).toBeVisible();
  if (label === "runs") await expect(main.locator("a[href^='/runs/']").first()).toBeVisible();
  if (label === "log") await main.getByRole("region", { name: english("log.panel.page.list") }).locator("summary").first().click();
  if (offers) await expect(main.getByRole("button", { name: offers, disabled: false }).or(main.getByRole("link", { name: offers })).first()).toBeVisible();
  page.off("pageerror", note);
  expect(faults).toEqual([]);
}

visitOffices((name, failures) => {
  test.describe(name, () => {
    for (const failure of failures) {
      test(`${failure.name}: its button leads to where it is put right`, async ({ browser }) => {
        const trouble = await offices.make(failure.name);
        await pressRemedy(await pageOf(browser, trouble.accountId), failure, trouble);
        await offices.mend();
      });
    }
  });
});

const ids = /[0-9a-f]{8}-[0-9a-f-]{27}/g;

/** Where the links of some pages lead to within the application, one of each form. */
async function linksOn(page: Page, addresses: readonly string[]): Promise<string[]> {
  const links = new Map<string, string>();
  for (const address of addresses) {
    await page.goto(address);
    if (address.startsWith("/log")) await expect(page.getByText(english("log.panel.next")).first()).toBeVisible();
    const hrefs = await page.getByRole("main").locator("a[href^='/']").evaluateAll((found) => found.map((link) => link.getAttribute("href") ?? ""));
    for (const href of hrefs) links.set(new URL(href, application.address).pathname.replace(ids, "id"), href);
  }
  return [...links.values()];
}

/** What begins to be sent before the role is known says in its text that it leads elsewhere. */
async function isClosed(page: Page, address: string): Promise<boolean> {
  const answer = await page.request.get(address);
  expect(answer.status(), address).toBe(200);
  return [answer.url(), await answer.text()].some((text) => /\/no-access(?:"|$)/.test(text));
}

test("a planner and a viewer are told who can put it right, and are led to nothing that is closed to them", async ({ browser }) => {
  const { accountId } = await offices.make("somebody has changed the password in Cash");
  const [run, entry, workOrder] = await Promise.all([
    application.db.prisma.syncRun.findFirstOrThrow({ where: { accountId }, orderBy: { requestedAt: "desc" } }),
    application.db.prisma.logEntry.findFirstOrThrow({ where: { accountId, level: { in: ["error", "warning"] }, parentId: null }, orderBy: [{ at: "desc" }, { id: "desc" }] }),
    application.db.prisma.workOrder.findFirstOrThrow({ where: { accountId }, orderBy: { createdAt: "desc" } }),
  ]);
  for (const role of ["planner", "viewer"] as const) {
    const page = await pageOf(browser, accountId, role);
    await page.goto("/issues");
    await expect(page.getByRole("article").getByText(english("issues.administrator"))).toBeVisible();
    const links = await linksOn(page, ["/issues", "/dashboard", `/log?entry=${entry.id}`, `/runs/${run.id}`, `/work-orders/${workOrder.id}`]);
    expect(links.length, "links that were followed").toBeGreaterThan(5);
    await Promise.all(links.map(async (link) => expect(await isClosed(page, link), `${link} for the ${role}`).toBe(false)));
    expect(await isClosed(page, "/settings/licences"), "what is closed is known as such").toBe(true);
  }
  await offices.mend();
});
