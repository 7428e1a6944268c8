import { randomUUID } from "node:crypto";
import { expect, type Browser, type Page } from "@playwright/test";
import { demoCredentials } from "@/e2e/sandbox/cash/credentials";
import { openDatabase, type Database } from "@/lib/db";
import { application } from "./application";
import { createUser, testPassword } from "./people";
import { signIn } from "./sign-in";

/** An administrator of an account of one spec: what the spec does disturbs no other. */
export type VendorAccount = { readonly page: Page; readonly accountId: string; readonly db: Database; close(): Promise<void> };

export type CashAccount = VendorAccount;

/** The same on the page of Cash. */
export async function openCashAccount(browser: Browser, { isLicensed = true } = {}): Promise<CashAccount> {
  const account = await openAccount(browser, { vendor: "cash", isLicensed });
  await openCash(account.page);
  return account;
}

/** @throws Error without a database to write to: these specs run under `npm test`, or with E2E_DATABASE_URL set. */
export async function openAccount(browser: Browser, { vendor, isLicensed = true }: { vendor: string; isLicensed?: boolean }): Promise<VendorAccount> {
  if (application.databaseUrl === undefined) throw new Error("E2E_DATABASE_URL is not set: run the specs by `npm test`.");
  const db = openDatabase(application.databaseUrl, { connections: 2 });
  const { id: accountId } = await db.prisma.account.create({ data: { name: "Installatiebedrijf Kok", timeZone: "Europe/Amsterdam", locale: "en" } });
  if (isLicensed) await db.prisma.licence.create({ data: { accountId, vendor, state: "active", startedAt: new Date() } });
  const user = await createUser(db, { accountId, name: "Robin Kok", email: `${randomUUID()}@kok.example` });
  const page = await (await browser.newContext({ baseURL: application.address })).newPage();
  await signIn(page, { email: user.email, password: testPassword });
  return {
    page,
    accountId,
    db,
    close: async () => {
      await page.context().close();
      await db.close();
    },
  };
}

export async function openCash(page: Page): Promise<void> {
  await page.goto("/settings/integrations/cash");
  await expect(page.getByRole("heading", { level: 1, name: "Cash" })).toBeVisible();
}

export type LoginFields = { relationCode?: string; email?: string; password?: string };

/** Fills in the login, by default the sandbox's, and submits it. */
export async function submitLogin(page: Page, fields: LoginFields = {}): Promise<void> {
  const { relationCode = demoCredentials.relation, email = demoCredentials.email, password = demoCredentials.password } = fields;
  await page.getByLabel("Relation code").fill(relationCode);
  await page.getByLabel("Email address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Submit" }).click();
}

/** Connects, takes the first administration with some imports switched off, and saves. */
export async function connectCash(page: Page, { without = [] }: { without?: readonly string[] } = {}): Promise<void> {
  await submitLogin(page);
  await page.getByRole("combobox", { name: "Administration" }).click();
  await page.getByRole("option", { name: /^01 / }).click();
  for (const kind of without) await page.getByRole("switch", { name: kind }).click();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(/^Saved\. Administration is now 01/)).toBeVisible();
}

/** Waits until no sync is under way. */
export async function untilQuiet(page: Page): Promise<void> {
  await expect(page.getByText("last sync", { exact: false }).first()).toBeVisible({ timeout: 90_000 });
  await expect(page.getByRole("progressbar", { name: "Progress of the sync" })).toHaveCount(0, { timeout: 90_000 });
}
