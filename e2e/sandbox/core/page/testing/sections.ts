import { expect, type Page } from "@playwright/test";

/** Goes to a section of a sandbox's page that is open, and waits until everything in it stands there under this heading. */
export async function openSection(page: Page, address: string, heading: string): Promise<void> {
  await page.goto(new URL(`#/${address}`, page.url()).href);
  await expect(page.locator("main:not([aria-busy])").getByRole("heading", { name: heading, level: 1, exact: true })).toBeVisible();
}

/** The page is as wide as the screen. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), page.url()).toBe(0);
}
