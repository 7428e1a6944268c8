import { afterAll, beforeAll, expect, test } from "vitest";
import { createAccount, openTestDatabase } from "@/e2e/support/people";
import type { Database } from "@/lib/db";
import type { Locale } from "@/lib/i18n/locales";
import { ensureVendorWorkStatuses } from "@/lib/work-statuses/ensure-vendor-work-statuses";
import { listWorkStatuses } from "@/lib/work-statuses/list-work-statuses";
import { writeWorkStatus } from "@/lib/work-statuses/work-status";

let db: Database;
beforeAll(async () => (db = await openTestDatabase()));
afterAll(() => db.close());

const cash = { vendor: "cash", vendorName: "Cash", locale: "nl" } as const;
const ensure = (accountId: string, of: { vendor: string; vendorName: string; locale: Locale } = cash) =>
  db.prisma.$transaction((tx) => ensureVendorWorkStatuses(tx, { accountId, ...of }));
const listed = async (accountId: string) => (await listWorkStatuses(db, accountId)).map(writeWorkStatus);

test("connecting Cash brings its two work statuses and the account's error, once", async () => {
  const { id } = await createAccount(db);
  const first = await ensure(id);
  expect(await listed(id)).toEqual(["0 – Niet naar Cash", "1 – Naar Cash", "99 – Error"]);
  expect(await ensure(id)).toEqual(first);
  expect(await db.prisma.workStatus.findUnique({ where: { id: first.sendId } })).toMatchObject({ vendor: "cash", purpose: "send" });
  expect(await db.prisma.workStatus.findUnique({ where: { id: first.errorId } })).toMatchObject({ vendor: null, purpose: "error" });
});

test("a second vendor gets the next free codes and its own names, and shares the error", async () => {
  const { id } = await createAccount(db);
  const { errorId } = await ensure(id);
  expect(await ensure(id, { vendor: "easybill", vendorName: "EasyBill", locale: "de" })).toMatchObject({ errorId });
  expect(await listed(id)).toEqual(["0 – Niet naar Cash", "1 – Naar Cash", "99 – Error", "2 – Nicht an EasyBill", "3 – An EasyBill"]);
});

test("codes that the account uses for its own are left to it", async () => {
  const { id } = await createAccount(db);
  const own = (code: number, position: number) => ({ accountId: id, code, name: `Own ${code}`, position });
  await db.prisma.workStatus.createMany({ data: [own(1, 1), own(99, 2), own(2, 3), own(98, 4)] });
  await ensure(id, { ...cash, locale: "en" });
  expect(await listed(id)).toEqual(["1 – Own 1", "99 – Own 99", "2 – Own 2", "98 – Own 98", "0 – Not to Cash", "3 – To Cash", "100 – Error"]);
});

test("what was renamed stays, and what is missing comes back", async () => {
  const { id } = await createAccount(db);
  const { holdId, sendId } = await ensure(id);
  await db.prisma.workStatus.update({ where: { id: sendId }, data: { name: "Factureren" } });
  await db.prisma.workStatus.delete({ where: { id: holdId } });
  expect((await ensure(id)).sendId).toBe(sendId);
  expect(await listed(id)).toEqual(["1 – Factureren", "99 – Error", "0 – Niet naar Cash"]);
});

test("asked for twenty times at once, they are made once", async () => {
  const { id } = await createAccount(db);
  const made = await Promise.all(Array.from({ length: 20 }, () => ensure(id)));
  expect(new Set(made.map((one) => JSON.stringify(one))).size).toBe(1);
  expect(await listed(id)).toHaveLength(3);
});
