import type { Page } from "@playwright/test";
import { expectAccessible, openOtherAccount } from "@/e2e/support/people-pages";
import { expect, test } from "@/e2e/support/test";

/** The card of Cash on the License manager, in whatever state an earlier run of these specs left it. */
async function openCard(page: Page) {
  await page.goto("/settings/licences");
  const card = page.getByRole("region", { name: "Cash" });
  await expect(card).toBeVisible();
  return card;
}

async function cancelIfRunning(page: Page): Promise<void> {
  const card = await openCard(page);
  const end = card.getByRole("button", { name: /Cancel licence|End trial/ });
  if ((await end.count()) === 0) return;
  await end.click();
  await page.getByRole("alertdialog").getByRole("button", { name: "End licence now" }).click();
  await expect(card.getByText("Cancelled", { exact: true })).toBeVisible();
}

test("a licence is ordered, cancelled after a dialog that names the effect, and ordered again", async ({ browser }) => {
  const page = await openOtherAccount(browser);
  await cancelIfRunning(page);
  const card = await openCard(page);
  await card.getByRole("button", { name: /^Order/ }).click();
  await expect(card.getByText("Active", { exact: true })).toBeVisible();
  await expect(card.getByText("It goes on until you cancel it.")).toBeVisible();
  await expect(card.getByRole("link", { name: "Open Cash" })).toHaveAttribute("href", "/settings/integrations/cash");

  await card.getByRole("button", { name: "Cancel licence" }).click();
  const dialog = page.getByRole("alertdialog");
  await expect(dialog).toContainText("The automatic syncs of Cash stop");
  await expect(dialog).toContainText("All settings, the connection and the imported records are kept");
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(card.getByText("Active", { exact: true })).toBeVisible();

  await card.getByRole("button", { name: "Cancel licence" }).click();
  await dialog.getByRole("button", { name: "End licence now" }).click();
  await expect(card.getByText("Cancelled", { exact: true })).toBeVisible();
  await expect(card.getByText("all settings and records are kept")).toBeVisible();
  await card.getByRole("button", { name: "Order again" }).click();
  await expect(card.getByText("Active", { exact: true })).toBeVisible();
  await page.context().close();
});

test("the trial shows its days, and is offered once", async ({ browser }) => {
  const page = await openOtherAccount(browser);
  await cancelIfRunning(page);
  const card = await openCard(page);
  const trial = card.getByRole("button", { name: "Try 14 days" });
  if ((await trial.count()) > 0) {
    await trial.click();
    await expect(card.getByText("Trial", { exact: true })).toBeVisible();
    await expect(card.getByText("14 days left of the trial.")).toBeVisible();
    await cancelIfRunning(page);
  }
  await expect((await openCard(page)).getByRole("button", { name: "Try 14 days" })).toHaveCount(0);
  await page.context().close();
});

test("without a licence the page of the vendor leads to the License manager", async ({ browser }) => {
  const page = await openOtherAccount(browser);
  await cancelIfRunning(page);
  await page.goto("/settings/integrations/cash");
  await page.getByRole("link", { name: "Open License manager" }).click();
  await expect(page.getByRole("heading", { name: "License manager" })).toBeVisible();
  await page.context().close();
});

test("only administrators see the licences", async ({ planner, viewer }) => {
  for (const page of [planner, viewer]) {
    await page.goto("/settings/licences");
    await page.waitForURL("**/no-access");
  }
});

test("the License manager has no accessibility violations, light and dark, wide and narrow", async ({ administrator }) => {
  await openCard(administrator);
  await expectAccessible(administrator);
  await administrator.emulateMedia({ colorScheme: "dark" });
  await administrator.setViewportSize({ width: 390, height: 844 });
  await openCard(administrator);
  await expectAccessible(administrator);
});
