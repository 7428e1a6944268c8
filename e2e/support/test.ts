import { expect, type Page, test as base } from "@playwright/test";
import { type CashSandboxControl, connectCashSandbox } from "@/e2e/sandbox/cash/control/client";
import { application } from "./application";
import { openSignedIn } from "./sign-in";

type Fixtures = {
  /** A page on which the demo account's administrator is signed in. */
  administrator: Page;
  /** The same for its planner. */
  planner: Page;
  /** The same for its viewer. */
  viewer: Page;
  /** Steers the stand-in for Cash: faults, data, clock. Its switches are reset before and after each spec that uses it. */
  cash: CashSandboxControl;
};

/** Playwright's `test` with signed-in people and the sandbox. */
export const test = base.extend<Fixtures>({
  administrator: async ({ browser }, provide) => {
    const page = await openSignedIn(browser, "administrator");
    await provide(page);
    await page.context().close();
  },
  planner: async ({ browser }, provide) => {
    const page = await openSignedIn(browser, "planner");
    await provide(page);
    await page.context().close();
  },
  viewer: async ({ browser }, provide) => {
    const page = await openSignedIn(browser, "viewer");
    await provide(page);
    await page.context().close();
  },
  cash: async ({ browserName: _ }, provide) => {
    const sandbox = connectCashSandbox(application.sandboxAddress);
    await sandbox.reset();
    await provide(sandbox);
    await sandbox.reset();
  },
});

export { expect };
