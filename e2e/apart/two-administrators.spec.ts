import { randomUUID } from "node:crypto";
import type { Browser, Locator, Page } from "@playwright/test";
import type { FaultInput } from "@/e2e/sandbox/cash/faults/schema";
import { connectCash, openCash } from "@/e2e/support/cash-account";
import { createUser, testPassword } from "@/e2e/support/people";
import type { OwnApplication } from "@/e2e/support/proof/own-application";
import { syncEngineOf } from "@/e2e/support/proof/sync-engine-of";
import { expect, test } from "@/e2e/support/proof/test";
import { signIn } from "@/e2e/support/sign-in";
import { makeDueAll } from "@/lib/export/make-due";
import { createWorkOrder } from "@/lib/work-orders/create-work-order";
import { enterMaterial, enterWorkOrder } from "@/lib/work-orders/fixtures/entered";

test.describe.configure({ mode: "serial", timeout: 4 * 60_000 });

/** Two tabs of Robin, then two of Marit. */
let tabs: readonly Page[];
let accountId: string;
let connectionId: string;

test.beforeAll(async ({ newcomer, vendor, browser }) => {
  await vendor.control.reset("data");
  const { db } = newcomer;
  ({ id: accountId } = await db.prisma.account.create({ data: { name: "Installatiebedrijf Kok", timeZone: "Europe/Amsterdam", locale: "en" } }));
  await db.prisma.licence.create({ data: { accountId, vendor: "cash", state: "active", startedAt: new Date() } });
  tabs = (await Promise.all(["Robin Kok", "Marit de Wit"].map((name) => openTwoTabs(newcomer, browser, name)))).flat();
  await openCash(tab(0));
  await connectCash(tab(0), { without: ["Relations", "Materials", "Hour types", "Warehouses"] });
  ({ id: connectionId } = await db.prisma.connection.findFirstOrThrow({ where: { accountId } }));
  // The schedule is due at once.
  await db.prisma.$executeRaw`
    UPDATE connection SET settings = jsonb_set(settings, '{exports}', coalesce(settings->'exports', '{}') || '{"isOn": true, "startDate": "2026-01-01"}'), next_export_at = now()
    WHERE account_id = ${accountId}::uuid`;
});
test.afterEach(({ vendor }) => vendor.control.setFaults([]));
test.afterAll(() => Promise.all(tabs.map((page) => page.context().close())));

async function openTwoTabs({ db, address }: OwnApplication, browser: Browser, name: string): Promise<Page[]> {
  const user = await createUser(db, { accountId, name, email: `${randomUUID()}@kok.example` });
  const context = await browser.newContext({ baseURL: address });
  const first = await context.newPage();
  await signIn(first, { email: user.email, password: testPassword });
  return [first, await context.newPage()];
}

function tab(index: number): Page {
  const page = tabs[index];
  if (!page) throw new Error("There are four tabs");
  return page;
}

type Placed = { id: string; number: string };

/** A complete one with the work status that sends. */
async function place({ db }: OwnApplication, index = 0): Promise<Placed> {
  const customer = { debtorNumber: "770100", name: "Bakkerij Van Leeuwen", street: "Dorpsstraat", houseNumber: "18", postalCode: "3431 AB", city: "Nieuwegein", countryCode: "NL" };
  const input = enterWorkOrder({ customer, lines: [enterMaterial({ code: "77-4711", name: "Circulation pump", quantity: String(index + 1), price: "289" })] });
  const number = `T${randomUUID().slice(0, 7).toUpperCase()}`;
  const { id: workStatusId } = await db.prisma.workStatus.findFirstOrThrow({ where: { accountId, vendor: "cash", purpose: "send" } });
  const { id } = await createWorkOrder(db, { accountId, actor: "Robin Kok", origin: "office", status: "complete", number, input, now: new Date() });
  await db.prisma.workOrder.update({ where: { id, accountId }, data: { workStatusId } });
  return { id, number };
}

const order = { operation: "Import", table: "2400" } as const;
const headOnly: FaultInput = { kind: "refused", records: "2410", message: "Ongeldige waarde 2410=0", only: order, times: 1 };
const box = (page: Page) => page.getByRole("region", { name: /^Why is it/ });
const inCash = /It is in Cash under number \d+/;
const waiting = { timeout: 90_000 };

/** All at the same moment. What a person reads then is a dialog that says why not, or none any more; never a crash. */
async function pressAtOnce(buttons: readonly Locator[]): Promise<void> {
  await Promise.all(buttons.map((button) => button.click()));
}

/** Opens the work order in every tab, with the question of a button open in each. Out: what confirms it. */
async function askInEachTab({ id }: Placed, questions: readonly [ask: string, confirm: string][]): Promise<Locator[]> {
  return Promise.all(questions.map(async ([ask, confirm], index) => {
    const page = tab(index);
    await page.goto(`/work-orders/${id}`);
    await box(page).getByRole("button", { name: ask }).click();
    return page.getByRole("alertdialog").getByRole("button", { name: confirm });
  }));
}

/** Who came second reads why nothing happened, in a sentence; who came first sees the dialog go. */
async function expectClearAnswers(): Promise<void> {
  for (const page of tabs) {
    await expect.poll(async () => {
      const dialog = page.getByRole("alertdialog");
      if ((await dialog.count()) === 0) return "done";
      return (await dialog.getByRole("alert").or(dialog.getByText(/^(It is on its way to Cash already|It is in Cash already|This cannot be done with this export|This work order has been handled already)\.$/)).count()) > 0 ? "told" : "busy";
    }).not.toBe("busy");
    await expect(page.getByText(/reference number|went wrong/i)).toHaveCount(0);
  }
}

async function readHeads({ number }: Placed, vendor: { control: { records: (administration: string, table: "2400", query: { search: string; limit: number }) => Promise<{ rows: readonly { key: string }[] }> } }): Promise<string[]> {
  return (await vendor.control.records("01", "2400", { search: number, limit: 10 })).rows.map(({ key }) => key);
}

/** Every tab, opened anew, says the same. */
async function expectEverywhere({ id }: Placed, answer: RegExp): Promise<void> {
  await Promise.all(tabs.map(async (page) => {
    await page.goto(`/work-orders/${id}`);
    await expect(box(page)).toContainText(answer);
  }));
}

test("exported from four tabs at once while the schedule runs and an answer is lost, each work order is in Cash once", async ({ newcomer, vendor }) => {
  const placed = await Promise.all([0, 1, 2, 3].map((index) => place(newcomer, index)));
  await vendor.control.setFaults([{ kind: "reset", when: "afterCommit", only: order, times: 2 }]);
  const settings = [tab(0), tab(2)].map(async (page) => {
    await openCash(page);
    return page.getByRole("button", { name: "Export work orders" });
  });
  const list = [tab(1), tab(3)].map(async (page) => {
    await page.goto("/work-orders");
    await page.getByRole("checkbox", { name: "Select all on this page" }).first().check();
    await page.getByRole("button", { name: "Export to Cash" }).click();
    const confirm = page.getByRole("alertdialog").getByRole("button", { name: "Export 4" });
    // It can be pressed once the dialog has said what will happen; whoever asks after the others have pressed is told that nothing is left to do.
    await expect(confirm).toBeEnabled();
    return confirm;
  });
  const buttons = await Promise.all([...settings, ...list]);
  // The message stands for some seconds only.
  const told = Promise.all([tab(0), tab(2)].map((page) => expect(page.getByText(/(goes|go) out now|is due: nothing goes out/).first()).toBeVisible()));
  await Promise.all([pressAtOnce(buttons), told, makeDueAll(syncEngineOf(newcomer), { connectionId, trigger: "schedule", requestedBy: null })]);
  for (const page of [tab(1), tab(3)]) {
    const result = page.getByRole("dialog", { name: "What happened" });
    await expect(result.getByRole("listitem")).toHaveCount(placed.length);
    await expect(result).not.toContainText(/reference number|went wrong/i);
  }
  await expect.poll(() => newcomer.db.prisma.exportIntent.count({ where: { accountId, state: "finished" } }), waiting).toBe(placed.length);
  for (const one of placed) expect(await readHeads(one, vendor), one.number).toHaveLength(1);
  for (const one of placed.slice(0, 1)) await expectEverywhere(one, inCash);
});

test("of Link and Do not send, pressed in four tabs at once, one is done, and whoever came second is told", async ({ newcomer, vendor }) => {
  await vendor.control.setFaults([headOnly]);
  const one = await exportUntilAsked(newcomer);
  const heads = await readHeads(one, vendor);
  expect(heads).toHaveLength(1);
  const link = [/^Link to \d+$/.source, /^Link to \d+$/.source] as const;
  const keepOut = ["Do not send", "Do not send"] as const;
  const buttons = await Promise.all([link, keepOut, link, keepOut].map(async ([ask, confirm], index) => {
    const page = tab(index);
    await page.goto(`/work-orders/${one.id}`);
    await box(page).getByRole("button", { name: new RegExp(ask) }).click();
    return page.getByRole("alertdialog").getByRole("button", { name: new RegExp(confirm) });
  }));
  await pressAtOnce(buttons);
  await expectClearAnswers();
  await expect.poll(async () => (await newcomer.db.prisma.exportIntent.findFirstOrThrow({ where: { workOrderId: one.id } })).state, waiting).toMatch(/^(finished|dismissed)$/);
  const { state } = await newcomer.db.prisma.exportIntent.findFirstOrThrow({ where: { workOrderId: one.id } });
  await expectEverywhere(one, state === "finished" ? inCash : /It is not sent to Cash/);
  expect(await readHeads(one, vendor)).toEqual(heads);
});

test("Send again, pressed in four tabs at once, sends once", async ({ newcomer, vendor }) => {
  await vendor.control.setFaults([headOnly]);
  const one = await exportUntilAsked(newcomer);
  const [half = ""] = await readHeads(one, vendor);
  // As the dialog asks for: somebody has looked, and it is not there.
  await vendor.control.changeRecords("01", [{ action: "remove", table: "2400", key: half }]);
  await pressAtOnce(await askInEachTab(one, tabs.map(() => ["Send again", "It is not there, send again"] as const).map(([ask, confirm]) => [ask, confirm])));
  await expectClearAnswers();
  await expect.poll(() => newcomer.db.prisma.exportIntent.count({ where: { workOrderId: one.id, state: "finished" } }), waiting).toBe(1);
  expect(await readHeads(one, vendor)).toHaveLength(1);
  await expectEverywhere(one, inCash);
});

test("Export again, pressed in four tabs at once on what Cash refused, sends once", async ({ newcomer, vendor }) => {
  await vendor.control.setFaults([{ kind: "refused", only: order, times: 1 }]);
  const one = await place(newcomer);
  await exportAll();
  await expect.poll(() => newcomer.db.prisma.exportIntent.count({ where: { workOrderId: one.id, state: "rejected" } }), waiting).toBe(1);
  await pressAtOnce(await askInEachTab(one, tabs.map(() => ["Export again", "Export again"])));
  await expectClearAnswers();
  await expect.poll(() => newcomer.db.prisma.exportIntent.count({ where: { workOrderId: one.id, state: "finished" } }), waiting).toBe(1);
  expect(await readHeads(one, vendor)).toHaveLength(1);
  await expectEverywhere(one, inCash);
});

/** As a person does on the settings page. */
async function exportAll(): Promise<void> {
  await openCash(tab(0));
  await tab(0).getByRole("button", { name: "Export work orders" }).click();
}

/** One that Cash books without its lines, so that a person is asked about it. */
async function exportUntilAsked(newcomer: OwnApplication): Promise<Placed> {
  const one = await place(newcomer);
  await exportAll();
  await expect.poll(() => newcomer.db.prisma.exportIntent.count({ where: { workOrderId: one.id, state: "needs_review" } }), waiting).toBe(1);
  return one;
}
