import { expectAccessible, invite, inviteAndWelcome, openOtherAccount, openUserAct } from "@/e2e/support/people-pages";
import { signIn } from "@/e2e/support/sign-in";
import { expect, test } from "@/e2e/support/test";

test("an invited person chooses a password with the one-time link, is in at once, and the link works no more", async ({ administrator, browser }) => {
  const person = { name: `Once ${Date.now()}`, email: `once-${Date.now()}@demo.example`, password: "" };
  const link = await invite(administrator, person, "Planner");
  const visitor = await (await browser.newContext()).newPage();
  await visitor.goto(link);
  await visitor.locator("input[name=password]").fill("one password");
  await visitor.locator("input[name=repeat]").fill("another password");
  await visitor.getByRole("button", { name: "Save and sign in" }).click();
  await expect(visitor.getByText("The two passwords are not the same.")).toBeVisible();
  await expectAccessible(visitor);
  await visitor.locator("input[name=password]").fill("one password");
  await visitor.locator("input[name=repeat]").fill("one password");
  await visitor.getByRole("button", { name: "Save and sign in" }).click();
  await expect(visitor).toHaveURL(/\/dashboard$/);
  await visitor.goto(link);
  await expect(visitor.getByRole("heading", { name: "This link no longer works" })).toBeVisible();
  await visitor.context().close();
});

test("a dialog gives the focus back to where it was opened from, be it a button or an entry of a menu", async ({ administrator }) => {
  await administrator.goto("/settings/users");
  const invitation = administrator.getByRole("button", { name: "Invite user" });
  await invitation.click();
  await expect(administrator.getByRole("dialog").getByRole("textbox").first()).toBeFocused();
  await administrator.keyboard.press("Escape");
  await expect(invitation).toBeFocused();
  await openUserAct(administrator, "Marit de Vries", "Change role");
  await expect(administrator.getByRole("combobox")).toBeVisible();
  await administrator.keyboard.press("Escape");
  await expect(administrator.getByRole("button", { name: "Actions for Marit de Vries" })).toBeFocused();
});

test("a new role ends the person's session; the next sign-in has the new role", async ({ administrator, browser }) => {
  const { person, page } = await inviteAndWelcome(administrator, browser, "Administrator");
  await page.goto("/settings/users");
  await expect(page.getByRole("heading", { name: "Users" })).toBeVisible();

  await openUserAct(administrator, person.name, "Change role");
  await administrator.getByRole("combobox").click();
  await administrator.getByRole("option", { name: "Viewer" }).click();
  await administrator.getByRole("button", { name: "Change role" }).click();
  await expect(administrator.getByText(`${person.name} is now Viewer.`)).toBeVisible();

  await page.goto("/settings/users");
  await expect(page).toHaveURL(/\/sign-in\?from=%2Fsettings%2Fusers$/);
  await signIn(page, person);
  await page.goto("/settings/users");
  await expect(page.getByRole("heading", { name: "This page is not part of your role" })).toBeVisible();
  await expectAccessible(page);
  await page.context().close();
});

test("deactivating ends the session at once and the sign-in with it; reactivating brings both back", async ({ administrator, browser }) => {
  const { person, page } = await inviteAndWelcome(administrator, browser, "Planner");
  await openUserAct(administrator, person.name, "Deactivate");
  await administrator.getByRole("button", { name: "Deactivate" }).click();
  await expect(administrator.getByText(`${person.name} can no longer sign in.`)).toBeVisible();
  await page.goto("/relations");
  await expect(page).toHaveURL(/\/sign-in/);
  await page.locator("input[name=email]").fill(person.email);
  await page.locator("input[name=password]").fill(person.password);
  await page.keyboard.press("Enter");
  await expect(page.locator("main").getByRole("alert")).toContainText("is not right");

  await openUserAct(administrator, person.name, "Reactivate");
  await expect(administrator.getByText(`${person.name} can sign in again.`)).toBeVisible();
  await signIn(page, person);
  await expect(page).toHaveURL(/\/dashboard$/);
  await page.context().close();
});

test("the last administrator can be neither demoted nor deactivated, and is told what to do first", async ({ browser }) => {
  // The second demo account, because no spec ever gives it another administrator: this one stays able to sign in.
  const page = await openOtherAccount(browser);
  for (const act of ["Deactivate", "Change role"] as const) {
    await openUserAct(page, "Jan Jansen", act);
    if (act === "Change role") {
      await page.getByRole("combobox").click();
      await page.getByRole("option", { name: "Planner" }).click();
    }
    await page.getByRole("button", { name: act }).click();
    await expect(page.getByText("Jan Jansen is the only administrator who can sign in.")).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press("Escape");
  }
  await page.context().close();
});

test("changing one's own password keeps this session and ends the others", async ({ administrator, browser }) => {
  const { person, page } = await inviteAndWelcome(administrator, browser, "Viewer");
  const elsewhere = await (await browser.newContext()).newPage();
  await signIn(elsewhere, person);

  await page.goto("/profile");
  await page.getByRole("textbox", { name: "Current password" }).fill("not this one");
  await page.getByRole("textbox", { name: "New password" }).fill("my second password");
  await page.getByRole("textbox", { name: "Repeat the password" }).fill("my second password");
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("This is not your current password.")).toBeVisible();
  await page.getByRole("textbox", { name: "Current password" }).fill(person.password);
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("Password changed. Other sessions have ended.")).toBeVisible();

  await page.goto("/profile");
  await expect(page.getByRole("heading", { name: "Profile" })).toBeVisible();
  await elsewhere.goto("/profile");
  await expect(elsewhere).toHaveURL(/\/sign-in/);
  await elsewhere.context().close();
  await page.context().close();
});

test("one's language and name change everywhere at once", async ({ administrator, browser }) => {
  const { page } = await inviteAndWelcome(administrator, browser, "Viewer");
  await page.goto("/profile");
  await page.getByLabel("Name", { exact: true }).fill("Nieuwe Naam");
  await page.getByRole("combobox", { name: "Language" }).click();
  await page.getByRole("option", { name: "Nederlands" }).click();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Profiel" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", /^nl/);
  await expect(page.getByRole("button", { name: "Nieuwe Naam" })).toBeVisible();
  await expectAccessible(page);
  await page.context().close();
});

test("users, audit trail and profile have no accessibility violations, light and dark, wide and narrow", async ({ administrator }) => {
  for (const [path, heading] of [["/settings/users", "Users"], ["/settings/audit", "Audit trail"], ["/profile", "Profile"]] as const) {
    for (const colorScheme of ["light", "dark"] as const) {
      await administrator.emulateMedia({ colorScheme });
      await administrator.setViewportSize(colorScheme === "light" ? { width: 1440, height: 900 } : { width: 390, height: 844 });
      await administrator.goto(path);
      await expect(administrator.getByRole("heading", { name: heading })).toBeVisible();
      await expectAccessible(administrator);
    }
  }
});

test("the audit trail says who did what, and shows one person's acts alone", async ({ administrator, browser }) => {
  const { person, page } = await inviteAndWelcome(administrator, browser, "Viewer");
  await page.context().close();
  await administrator.goto("/settings/audit");
  const invited = administrator.getByRole("row").filter({ hasText: person.email });
  await expect(invited.filter({ hasText: "User invited" })).toContainText("Marit de Vries");
  await expect(invited.filter({ hasText: "Password chosen with a one-time link" })).toContainText(person.name);
  await administrator.getByRole("combobox", { name: "Person" }).click();
  await administrator.getByRole("option", { name: person.name }).click();
  await expect(administrator).toHaveURL(/person=/);
  await expect(administrator.getByRole("row")).toHaveCount(2);
});
