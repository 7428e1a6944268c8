import type { Page, Request } from "@playwright/test";
import pg from "pg";
import { application } from "@/e2e/support/application";
import { invite, openOtherAccount, openUserAct } from "@/e2e/support/people-pages";
import { expect, test } from "@/e2e/support/test";

const pages = ["/dashboard", "/settings/users", "/settings/api-keys", "/settings/audit", "/work-orders/import", "/relations", "/contacts", "/materials", "/categories", "/hour-types", "/warehouses", "/employees", "/log", "/runs"];

test("an administrator of another account sees nobody and nothing of this one", async ({ administrator, browser }) => {
  test.slow();
  const person = { name: `Only Here ${Date.now()}`, email: `only-here-${Date.now()}@demo.example`, password: "" };
  await invite(administrator, person, "Viewer");
  const stranger = await openOtherAccount(browser);
  for (const path of pages) {
    await stranger.goto(path);
    // While the page streams in, its heading may stand there twice for a moment.
    await expect(stranger.locator("h1").first()).toBeVisible();
    const text = await stranger.locator("body").innerText();
    expect(text, path).toContain("Jansen Techniek");
    expect(text, path).not.toMatch(/De Vries|Marit|Only Here|only-here/);
  }
  await stranger.context().close();
});

test("another account's id in an action changes nothing there", async ({ administrator, browser }) => {
  const person = { name: `Target ${Date.now()}`, email: `target-${Date.now()}@demo.example`, password: "" };
  await invite(administrator, person, "Viewer");
  const victim = await recordedUserId(administrator, person.name);

  const stranger = await openOtherAccount(browser);
  const own = { name: `Own ${Date.now()}`, email: `own-${Date.now()}@jansen.example`, password: "" };
  await invite(stranger, own, "Viewer");
  const ownId = await recordedUserId(stranger, own.name);
  await stranger.route("**/settings/users", async (route) => {
    const body = route.request().postData();
    await route.continue(body ? { postData: body.replaceAll(ownId, victim) } : {});
  });
  await openUserAct(stranger, own.name, "Deactivate");
  await stranger.getByRole("button", { name: "Deactivate" }).click();
  await expect(stranger.getByRole("alertdialog")).toContainText("This record does not exist.");
  await stranger.context().close();

  await administrator.goto("/settings/users");
  await expect(administrator.getByRole("row").filter({ hasText: person.email })).toContainText("Invited");
});

/** The id of a user as the users page sends it: what a stranger could have learned. The request itself is stopped. */
async function recordedUserId(page: Page, name: string): Promise<string> {
  await openUserAct(page, name, "Deactivate");
  const sent = page.waitForRequest((request: Request) => request.method() === "POST" && (request.postData() ?? "").includes("userId"));
  await page.route("**/settings/users", (route) => (route.request().method() === "POST" ? route.abort() : route.continue()));
  await page.getByRole("button", { name: "Deactivate" }).click();
  const id = /"userId":"([0-9a-f-]{36})"/.exec((await sent).postData() ?? "")?.[1] ?? "";
  await page.unroute("**/settings/users");
  expect(id).toHaveLength(36);
  return id;
}

test("another account's records are not there, by page and by route", async ({ administrator, browser }) => {
  test.skip(!application.databaseUrl, "writes a record of one account into the database that npm test has made");
  const id = await withDemoRelation();
  await administrator.goto(`/relations/${id}`);
  await expect(administrator.getByRole("heading", { name: "Only De Vries knows" })).toBeVisible();

  const stranger = await openOtherAccount(browser);
  await stranger.goto(`/relations/${id}`);
  await expect(stranger.getByRole("heading", { name: "There is nothing at this address" })).toBeVisible();
  await stranger.goto("/relations?search=Only+De+Vries");
  await expect(stranger.locator("body")).not.toContainText("Only De Vries knows");
  await stranger.context().close();
});

/** A relation of the first demo account. Out: its id. */
async function withDemoRelation(): Promise<string> {
  const client = new pg.Client({ connectionString: application.databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string }>(
      `INSERT INTO relation (account_id, debtor_number, name, street, postal_code, city)
       SELECT id, 'CROSS-1', 'Only De Vries knows', 'Dorpsstraat 1', '3511 AA', 'Utrecht' FROM account WHERE name = 'De Vries Installatie'
       ON CONFLICT (account_id, debtor_number) DO UPDATE SET name = excluded.name RETURNING id`,
    );
    return rows[0]?.id ?? "";
  } finally {
    await client.end();
  }
}

test("an id that exists nowhere is not there either, by page and by route", async ({ browser }) => {
  const stranger = await openOtherAccount(browser);
  const made = "3f0c2f7e-54f1-4a3e-9d0f-0c6a1f3b2d11";
  for (const path of ["relations", "materials", "runs"]) {
    await stranger.goto(`/${path}/${made}`);
    await expect(stranger.getByRole("heading", { name: "There is nothing at this address" })).toBeVisible();
  }
  for (const path of [`/api/log/${made}`, `/api/runs/${made}`]) {
    const response = await stranger.request.get(path);
    expect(response.status(), path).toBe(404);
    expect(await response.json()).toMatchObject({ code: expect.stringMatching(/_not_found$/) });
  }
  await stranger.context().close();
});

test("routes answer nothing to people without a session, and say so without a redirect", async ({ request }) => {
  for (const path of ["/api/connections/cash/status", "/api/log"]) {
    const response = await request.get(path, { maxRedirects: 0 });
    expect(response.status(), path).toBe(401);
    expect(response.headers()["content-type"]).toContain("application/problem+json");
    expect(await response.json()).toEqual({ type: "about:blank", status: 401, code: "signed_out", kind: "config", params: {} });
  }
});

test("planners and viewers are led away from every page of the settings", async ({ planner, viewer }) => {
  test.slow();
  for (const page of [planner, viewer]) {
    for (const path of ["/settings/integrations", "/settings/integrations/cash", "/settings/users", "/settings/api-keys", "/settings/audit"]) {
      await page.goto(path);
      // The frame is sent before the page has checked, so the browser follows a moment later.
      await page.waitForURL("**/no-access");
    }
  }
});
