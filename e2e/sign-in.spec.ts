import { expect, test } from "@/e2e/support/test";
import { demoLoginOf, signIn } from "@/e2e/support/sign-in";
import { expectAccessible } from "@/e2e/support/people-pages";

test("who is not signed in is led to the sign-in page and back to where they wanted to go", async ({ page }) => {
  await page.goto("/log?level=error");
  await expect(page).toHaveURL(/\/sign-in\?from=%2Flog%3Flevel%3Derror$/);
  const { email, password } = demoLoginOf("planner");
  await page.locator("input[name=email]").fill(email);
  await page.locator("input[name=password]").fill(password);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/log\?level=error$/);
});

test("the way back never leads to another site", async ({ page }) => {
  const { email, password } = demoLoginOf("viewer");
  await page.goto("/sign-in?from=//evil.example/steal");
  await page.locator("input[name=email]").fill(email);
  await page.locator("input[name=password]").fill(password);
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
  expect(new URL(page.url()).host).toBe(new URL(test.info().project.use.baseURL ?? "").host);
});

test("a wrong password and an unknown person get the same sentence, and the password is not kept", async ({ page }) => {
  const sentences = [];
  for (const email of [demoLoginOf("viewer").email, "nobody@demo.example"]) {
    await page.goto("/sign-in");
    await page.locator("input[name=email]").fill(email);
    await page.locator("input[name=password]").fill("not the password");
    await page.keyboard.press("Enter");
    const notice = page.getByRole("alert").filter({ hasText: "is not right" });
    await expect(notice).toBeVisible();
    sentences.push(await notice.textContent());
    await expect(page.locator("input[name=email]")).toHaveValue(email);
    await expect(page.locator("input[name=password]")).toHaveValue("");
  }
  expect(sentences[0]).toBe(sentences[1]);
});

test("after five failures one has to wait, and is told for how long", async ({ page }) => {
  const email = `guessed-${Date.now()}@demo.example`;
  for (let time = 0; time < 6; time += 1) {
    await page.goto("/sign-in");
    await page.locator("input[name=email]").fill(email);
    await page.locator("input[name=password]").fill("a guess");
    await page.keyboard.press("Enter");
    await expect(page.locator("main").getByRole("alert")).toBeVisible();
  }
  await expect(page.locator("main").getByRole("alert")).toContainText(/Too many tries.*Try again in \d+ seconds?\./);
});

test("signing out ends the session of this browser", async ({ page }) => {
  await signIn(page, demoLoginOf("viewer"));
  await page.goto("/profile");
  await page.getByRole("button", { name: "Vera" }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
  await page.goto("/relations");
  await expect(page).toHaveURL(/\/sign-in\?from=%2Frelations$/);
});

test("the session cookie is out of reach of scripts, and a forged one opens nothing", async ({ page, context }) => {
  await signIn(page, demoLoginOf("viewer"));
  const cookie = (await context.cookies()).find(({ name }) => name.endsWith("outsmart-session"));
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
  if (!cookie) return;
  await context.clearCookies();
  await context.addCookies([{ ...cookie, value: `${cookie.value.slice(0, -6)}AAAAAA` }]);
  await page.goto("/profile");
  await expect(page).toHaveURL(/\/sign-in\?from=%2Fprofile$/);
});

test("the language can be chosen before signing in, and a one-time link that is gone says so in it", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Deutsch" }).click();
  await expect(page.getByRole("heading", { name: "Anmelden" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", /^de/);
  await page.goto("/welcome/made-up");
  await expect(page.getByRole("heading", { name: "Dieser Link funktioniert nicht mehr" })).toBeVisible();
  await expectAccessible(page);
});

test("the sign-in page has no accessibility violations, also with an error, in the dark and on a phone", async ({ page }) => {
  await page.goto("/sign-in");
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.locator("input[name=email]").fill("nobody@demo.example");
  await page.locator("input[name=password]").fill("not the password");
  await page.keyboard.press("Enter");
  await expect(page.locator("main").getByRole("alert")).toBeVisible();
  await expectAccessible(page);
});
