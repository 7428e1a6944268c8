import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Browser, type Page } from "@playwright/test";
import { demoLogins } from "@/prisma/seed/demo-logins";
import { application } from "./application";
import { signIn } from "./sign-in";

/** No violation of WCAG 2.2 AA that a machine can find on the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  await settle(page);
  await expectNoViolation(new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]).disableRules(["document-title"]));
  // It comes in after the page, and anew with each answer of the server: for a moment there is none.
  await expect(page).toHaveTitle(/\S/);
}

/** Of the same, what depends on colours. */
export async function expectLegible(page: Page): Promise<void> {
  await settle(page);
  await expectNoViolation(new AxeBuilder({ page }).withRules(["color-contrast", "link-in-text-block"]));
}

/** Waits for what fades in or out: halfway its colours are nobody's. What moves for ever, as a skeleton does, is not waited for. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ending = document.getAnimations().filter((animation) => animation.effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ending.map((animation) => animation.finished));
  });
}

async function expectNoViolation(axe: AxeBuilder): Promise<void> {
  const { violations } = await axe.analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
}

/** The administrator of the second demo account, on a page of a browser of its own. */
export async function openOtherAccount(browser: Browser): Promise<Page> {
  const login = demoLogins.find(({ account }) => account === "Jansen Techniek");
  if (!login) throw new Error("the second demo account is missing");
  const context = await browser.newContext({ baseURL: application.address });
  const page = await context.newPage();
  await signIn(page, login);
  return page;
}

export type Invited = { name: string; email: string; password: string };

/** Invites somebody new on the users page, who chooses a password with the one-time link; gives the page of that person. */
export async function inviteAndWelcome(administrator: Page, browser: Browser, role: "Administrator" | "Planner" | "Viewer"): Promise<{ person: Invited; page: Page }> {
  const unique = Date.now().toString(36);
  const person = { name: `Person ${unique}`, email: `${unique}@demo.example`, password: "a password of my own" };
  const link = await invite(administrator, person, role);
  const context = await browser.newContext({ baseURL: application.address });
  const page = await context.newPage();
  await page.goto(link);
  await expect(page.getByRole("heading", { name: `Welcome, ${person.name}` })).toBeVisible();
  await page.locator("input[name=password]").fill(person.password);
  await page.locator("input[name=repeat]").fill(person.password);
  await page.getByRole("button", { name: "Save and sign in" }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/welcome"));
  return { person, page };
}

/** Invites somebody and gives the path of the one-time link, which is shown this once. */
export async function invite(administrator: Page, { name, email }: Invited, role: string): Promise<string> {
  await administrator.goto("/settings/users");
  await administrator.getByRole("button", { name: "Invite user" }).click();
  const dialog = administrator.getByRole("dialog");
  await dialog.getByLabel("Name").fill(name);
  await dialog.getByLabel("Email address").fill(email);
  await dialog.getByRole("combobox").click();
  await administrator.getByRole("option", { name: role }).click();
  await dialog.getByRole("button", { name: "Invite" }).click();
  const link = administrator.getByRole("alertdialog").getByLabel("One-time link");
  await expect(link).toBeVisible();
  const { pathname } = new URL(await link.inputValue());
  await administrator.getByRole("button", { name: "Done" }).click();
  return pathname;
}

/** Opens one act of somebody's menu on the users page. */
export async function openUserAct(administrator: Page, name: string, act: string): Promise<void> {
  await administrator.goto("/settings/users");
  await administrator.getByRole("button", { name: `Actions for ${name}` }).click();
  await administrator.getByRole("menuitem", { name: act }).click();
}
