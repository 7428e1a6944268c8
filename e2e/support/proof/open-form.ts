import type { Page } from "@playwright/test";

/** Opens a page and waits until one of its fields is alive: what is typed into a form before that is lost when it comes to life. */
export async function openForm(page: Page, path: string, field: string): Promise<void> {
  await page.goto(path);
  await page.waitForFunction((selector) => {
    const element = document.querySelector(selector);
    return element !== null && Object.keys(element).some((key) => key.startsWith("__reactProps"));
  }, field);
}
