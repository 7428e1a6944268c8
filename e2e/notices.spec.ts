import { expect, test } from "@/e2e/support/test";
import { expectAccessible } from "@/e2e/support/people-pages";

test("an administrator adds who is told, tries it out, and sees a webhook's secret once", async ({ administrator: page }) => {
  const unique = Date.now().toString(36);
  const email = `office-${unique}@demo.example`;
  await page.goto("/settings/notices");
  await expect(page.getByRole("heading", { level: 1, name: "Notices" })).toBeVisible();
  await expect(page.getByText("SMTP_URL")).toBeVisible();

  await page.getByRole("button", { name: "Add e-mail" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("E-mail address").fill(email);
  await dialog.getByRole("checkbox", { name: "Late" }).uncheck();
  await dialog.getByRole("switch", { name: "Quiet hours" }).click();
  await dialog.getByLabel("To", { exact: true }).fill("06:30");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Add", exact: true }).click();
  const receiver = page.getByRole("region", { name: email });
  await expect(receiver).toContainText("Told of Action required and Exports failing · in English · quiet from 22:00 to 06:30");
  await receiver.getByRole("button", { name: `Send a test to ${email}` }).click();
  await expect(receiver.getByText("This installation has no mail server.")).toBeVisible();

  await page.getByRole("button", { name: "Add webhook" }).click();
  await dialog.getByLabel("Address of the webhook").fill("https://10.0.0.1/hook");
  await dialog.getByRole("button", { name: "Add", exact: true }).click();
  await expect(dialog.getByText("This address leads into a private network.")).toBeVisible();
  await dialog.getByLabel("Address of the webhook").fill(`https://localhost/${unique}`);
  await dialog.getByRole("button", { name: "Add", exact: true }).click();
  const secret = page.getByRole("alertdialog").getByLabel("Signing secret");
  await expect(secret).toHaveValue(/^whsec_[\w+/]{43}=$/);
  const value = await secret.inputValue();
  await page.getByRole("button", { name: "Done" }).click();
  const hook = page.getByRole("region", { name: `https://localhost/${unique}` });
  await hook.getByRole("button", { name: /^Send a test/ }).click();
  await expect(hook.getByText("The address leads into a private network. Nothing was sent.")).toBeVisible();
  await page.reload();
  await expect(hook).toBeVisible();
  expect(await page.content()).not.toContain(value);

  for (const [colorScheme, width] of [["light", 1440], ["dark", 390]] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    await expectAccessible(page);
  }
  for (const one of [receiver, hook]) {
    await one.getByRole("button", { name: /^More for/ }).click();
    await page.getByRole("menuitem", { name: "Remove" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Remove" }).click();
    await expect(one).toHaveCount(0);
  }
});
