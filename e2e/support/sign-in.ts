import type { Browser, BrowserContext, Page } from "@playwright/test";
import type { Role } from "@/lib/auth/roles";
import { demoLogins } from "@/prisma/seed/demo-logins";
import { application } from "./application";

type StorageState = Awaited<ReturnType<BrowserContext["storageState"]>>;

/** Who signed in once keeps the session for the specs that follow: sign-in is slowed down on purpose. */
const sessions = new Map<Role, StorageState>();

/** Fills in the sign-in form, in whatever language it is, and waits until the person is in. */
export async function signIn(page: Page, { email, password }: { email: string; password: string }): Promise<void> {
  await page.goto("/sign-in");
  await page.locator("input[name=email]").fill(email);
  await page.locator("input[name=password]").fill(password);
  await page.locator("form button[type=submit]").first().click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
}

/** The demo account's own login for a role. */
export function demoLoginOf(role: Role): (typeof demoLogins)[number] {
  const login = demoLogins.find((candidate) => candidate.role === role);
  if (!login) throw new Error(`the demo account has nobody who is ${role}`);
  return login;
}

/** A page of a browser of its own, in which somebody of the demo account is signed in. */
export async function openSignedIn(browser: Browser, role: Role): Promise<Page> {
  const context = await browser.newContext({ baseURL: application.address, storageState: sessions.get(role) });
  const page = await context.newPage();
  await page.goto("/");
  if (new URL(page.url()).pathname.startsWith("/sign-in")) {
    await signIn(page, demoLoginOf(role));
    sessions.set(role, await context.storageState());
  }
  return page;
}
