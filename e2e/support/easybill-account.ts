import { expect, type Browser, type Page } from "@playwright/test";
import { demoKeys } from "@/e2e/sandbox/easybill/credentials";
import { openAccount, type VendorAccount } from "./cash-account";

/** An administrator of an account of one spec, on the page of EasyBill. */
export async function openEasybillAccount(browser: Browser): Promise<VendorAccount> {
  const account = await openAccount(browser, { vendor: "easybill" });
  await openEasybill(account.page);
  return account;
}

async function openEasybill(page: Page): Promise<void> {
  await page.goto("/settings/integrations/easybill");
  await expect(page.getByRole("heading", { level: 1, name: "EasyBill" })).toBeVisible();
}

/** Enters plan and key, by default the sandbox's of Business, and submits them. */
export async function submitKey(page: Page, { plan = "Business", apiKey = demoKeys.business }: { plan?: "Plus" | "Business"; apiKey?: string } = {}): Promise<void> {
  await page.getByRole("radio", { name: plan }).check();
  await page.getByLabel("API key", { exact: true }).fill(apiKey);
  await page.getByRole("button", { name: "Submit" }).click();
}
