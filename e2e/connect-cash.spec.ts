import { connectCash, openCash, openCashAccount, submitLogin, untilQuiet, type CashAccount } from "./support/cash-account";
import { expectAccessible } from "./support/people-pages";
import { expect, test } from "./support/test";

test.describe.configure({ mode: "serial" });

const refused = "Gegevens API gebruiker niet geldig";

let account: CashAccount;
test.beforeAll(async ({ browser }) => {
  account = await openCashAccount(browser);
});
test.afterAll(() => account.close());

test("without a licence the page explains that and leads to the License manager", async ({ browser }) => {
  const { page, close } = await openCashAccount(browser, { isLicensed: false });
  await expect(page.getByText("Cash needs a licence")).toBeVisible();
  await expect(page.getByLabel("Relation code")).toHaveCount(0);
  await page.getByRole("main").getByRole("link", { name: "Open License manager" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "License manager" })).toBeVisible();
  await close();
});

test("the manual tells how to make the API user, and can be printed", async () => {
  const { page } = account;
  await page.getByRole("link", { name: "Cash integration manual" }).click();
  await expect(page.getByRole("heading", { level: 2, name: /Create the API user/ })).toBeVisible();
  await expect(page.getByRole("button", { name: "Print" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "To the settings of Cash" }).click();
  await expect(page.getByRole("button", { name: "Submit" })).toBeVisible();
});

test("what is typed before the page has come to life stays", async () => {
  const { page } = account;
  const scripts = /\/_next\/static\/.*\.js/;
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(scripts, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("/settings/integrations/cash", { waitUntil: "commit" });
  await page.getByLabel("Relation code").fill("240817");
  await page.getByLabel("Password", { exact: true }).fill("typed early");
  release();
  await expect(async () => {
    await page.getByRole("button", { name: "Show", exact: false }).first().click();
    await expect(page.getByLabel("Password", { exact: true })).toHaveAttribute("type", "text", { timeout: 1_000 });
  }).toPass();
  await expect(page.getByLabel("Relation code")).toHaveValue("240817");
  await expect(page.getByLabel("Password", { exact: true })).toHaveValue("typed early");
  await page.unroute(scripts);
  await openCash(page);
});

test("fields that are empty, too long or no email address are named where they are, and Cash is not asked", async ({ cash }) => {
  const { page } = account;
  await submitLogin(page, { relationCode: "", email: "marit", password: "x".repeat(10_000) });
  await expect(page.getByLabel("Relation code")).toHaveAccessibleDescription(/Fill in this field\./);
  await expect(page.getByLabel("Email address")).toHaveAccessibleDescription(/This is not an email address\./);
  await expect(page.getByLabel("Password", { exact: true })).toHaveAccessibleDescription(/At most 200 characters\./);
  expect(await cash.requests()).toEqual([]);
});

test("refused credentials show the vendor's own sentence, and one that says what to check", async () => {
  const { page } = account;
  await submitLogin(page, { password: "wrong" });
  const notice = page.getByRole("alert").filter({ hasText: refused });
  await expect(notice.locator("[lang=nl]")).toHaveText(refused);
  await expect(notice).toContainText("Check the relation code, the email address and the password");
  await expect(page.getByLabel("Relation code")).toHaveValue("240817");
  await expectAccessible(page);
});

test("a user without an administration, and a vendor that is down, have sentences of their own", async ({ cash }) => {
  const { page } = account;
  await submitLogin(page, { email: "unlinked@devries-installatie.example" });
  await expect(page.getByText("The API user of Cash has no administration.").first()).toBeVisible();
  await expect(page.getByText(refused)).toHaveCount(0);
  await cash.setFaults([{ kind: "serverError", status: 503 }]);
  await submitLogin(page);
  await expect(page.getByText("Cash reported a fault of its own.").first()).toBeVisible();
});

test("an accepted login opens the settings, and saving says what changed", async () => {
  const { page } = account;
  await connectCash(page, { without: ["Warehouses"] });
  await expect(page.getByText("Warehouses is now off", { exact: false })).toBeVisible();
  await untilQuiet(page);
  await expect(page.getByText("On time")).toBeVisible();
  await expect(page.getByRole("link", { name: /^\d+ not imported$/ }).first()).toBeVisible();
  await expectAccessible(page);
});

test("the log beside the settings tells the whole story, with what was sent and no password", async () => {
  const { page } = account;
  const log = page.getByRole("region", { name: "Log" });
  await log.getByText("The login of Cash was not accepted").last().click();
  await log.locator("summary").filter({ hasText: "refused" }).click();
  await expect(log.getByText("240817", { exact: false }).first()).toBeVisible();
  await expect(log).not.toContainText("wrong");
  for (const sentence of ["Connected with Cash", "Robin Kok saved the settings", "First sync finished"]) await expect(log.getByText(sentence, { exact: false }).first()).toBeVisible();
});

test("the save bar names the changes, and leaving without saving asks first", async () => {
  const { page } = account;
  await page.getByRole("switch", { name: "Warehouses" }).click();
  await page.getByRole("switch", { name: "Relations" }).click();
  const bar = page.getByRole("region", { name: "Unsaved changes" });
  await expect(bar).toContainText("2 unsaved changes");
  await expect(bar).toContainText("Relations: on → off · Warehouses: off → on");
  await page.getByRole("link", { name: "Sync history" }).click();
  const question = page.getByRole("alertdialog", { name: "Leave without saving?" });
  await question.getByRole("button", { name: "Cancel" }).click();
  await expect(bar).toBeVisible();
  await bar.getByRole("button", { name: "Discard" }).click();
  await expect(bar).toHaveCount(0);
  await expect(page.getByRole("switch", { name: "Relations" })).toBeChecked();
});

test("a failed try of new credentials keeps the working connection", async () => {
  const { page } = account;
  await submitLogin(page, { password: "wrong" });
  await expect(page.getByText(refused).first()).toBeVisible();
  await page.getByRole("button", { name: "Discard" }).click();
  await openCash(page);
  await expect(page.getByText("Connected", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Sync: Relations" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Sync", exact: true }).click();
  await expect(page.getByRole("region", { name: "Log" }).getByText(/^Manual sync finished/)).toBeVisible({ timeout: 90_000 });
});

test("switching the administration names the effect first, and does nothing when it is cancelled", async () => {
  const { page } = account;
  await page.getByRole("combobox", { name: "Administration" }).click();
  await page.getByRole("option", { name: /^02 / }).click();
  await page.getByRole("button", { name: "Save" }).click();
  const question = page.getByRole("alertdialog");
  await expect(question).toContainText("Records that exist only in 01 · De Vries Installatietechniek B.V. are deactivated");
  await expect(question).toContainText(/At most: [\d,]+ Relations/);
  await expectAccessible(page);
  await question.getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("button", { name: "Discard" }).click();
  await expect(page.getByRole("combobox", { name: "Administration" })).toContainText("01 ");
});

test("the automatic sync can be paused and resumed", async () => {
  const { page } = account;
  await page.getByRole("button", { name: "Pause" }).click();
  await expect(page.getByText("Paused", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Resume" }).click();
  await expect(page.getByText("On time")).toBeVisible();
});

test("the power icon disconnects and keeps all else; connecting again goes on where it stopped", async () => {
  const { page } = account;
  const power = page.getByRole("button", { name: "Disconnect Cash" });
  const element = await power.elementHandle();
  await power.hover();
  await expect(page.getByText("Disconnect Cash", { exact: true })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByText("Disconnect Cash", { exact: true })).toHaveCount(0);
  // A press that began on the button and ends on another one in its place is no press.
  expect(await power.evaluate((now, before) => now === before, element)).toBe(true);
  await power.click();
  await expect(page.getByRole("alertdialog")).toContainText("Records, settings, log and history stay.");
  await page.getByRole("alertdialog").getByRole("button", { name: "Disconnect" }).click();
  await expect(page.getByText("Not connected").first()).toBeVisible();
  await expect(page.getByLabel("Relation code")).toHaveValue("240817");
  await submitLogin(page);
  await expect(page.getByRole("combobox", { name: "Administration" })).toContainText("01 ");
  await expect(page.getByRole("switch", { name: "Warehouses" })).not.toBeChecked();
  await expect(page.getByRole("link", { name: /^\d+ not imported$/ }).first()).toBeVisible();
});
