import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestDatabase } from "@/e2e/support/people";
import { delayAfter, forgiveAttempt, takeAttempt, throttleKeys } from "@/lib/auth/throttle";
import type { Database } from "@/lib/db";

let db: Database;
beforeAll(async () => (db = await openTestDatabase()));
afterAll(() => db.close());

const start = new Date("2026-11-20T09:00:00Z");
const after = (seconds: number) => new Date(start.getTime() + seconds * 1_000);
const keysOf = (name: string, address = `address of ${name}`) => throttleKeys(name, address, "secret");

async function fail(name: string, times: number, address?: string, at = start) {
  for (let time = 0; time < times; time += 1) await takeAttempt(db, keysOf(name, address), at);
}

test("five failures cost nothing; the sixth try has to wait, and is told until when", async () => {
  await fail("anna", 4);
  expect(await takeAttempt(db, keysOf("anna"), start)).toEqual({ allowed: true });
  expect(await takeAttempt(db, keysOf("anna"), start)).toEqual({ allowed: false, retryAt: after(15) });
  expect(await takeAttempt(db, keysOf("anna"), after(14))).toEqual({ allowed: false, retryAt: after(15) });
  expect(await takeAttempt(db, keysOf("anna"), after(15))).toEqual({ allowed: true });
  expect(await takeAttempt(db, keysOf("anna"), after(15))).toEqual({ allowed: false, retryAt: after(45) });
});

test("the wait doubles, up to a few minutes: a stranger cannot lock somebody out for long", () => {
  const limit = { freeFailures: 5, firstDelay: 15_000, longestDelay: 300_000 };
  expect([4, 5, 6, 7, 8, 9, 10, 1_000_000].map((failures) => delayAfter(failures, limit) / 1_000)).toEqual([0, 15, 30, 60, 120, 240, 300, 300]);
});

test("a thousand guesses at one moment are not one failure: only the free ones are looked at", async () => {
  const answers = await Promise.all(Array.from({ length: 25 }, () => takeAttempt(db, keysOf("burst"), start)));
  expect(answers.filter((answer) => answer.allowed)).toHaveLength(5);
});

test("names in other letters are the same name, and other names are not slowed", async () => {
  await fail("bert@test.example", 5);
  expect((await takeAttempt(db, keysOf(" Bert@Test.Example ", "elsewhere"), start)).allowed).toBe(false);
  expect((await takeAttempt(db, keysOf("clara@test.example"), start)).allowed).toBe(true);
});

test("an address that tries one name after the other is slowed, too", async () => {
  for (let person = 0; person < 50; person += 1) await fail(`name ${person}`, 1, "one office");
  expect((await takeAttempt(db, keysOf("name 51", "one office"), start)).allowed).toBe(false);
  expect((await takeAttempt(db, keysOf("name 51", "another office"), start)).allowed).toBe(true);
});

test("a success forgives the name, but gives the address only that one try back", async () => {
  await fail("dora", 4, "cafe");
  const keys = keysOf("dora", "cafe");
  await takeAttempt(db, keys, start);
  await forgiveAttempt(db, keys, start);
  const rows = await db.prisma.signInThrottle.findMany({ where: { key: { in: keys.map((key) => key.digest) } } });
  expect(rows.map(({ failures }) => failures)).toEqual([4]);
});

test("after an hour without failures everything starts afresh", async () => {
  await fail("emma", 5);
  expect((await takeAttempt(db, keysOf("emma"), after(3_601))).allowed).toBe(true);
  expect((await takeAttempt(db, keysOf("emma"), after(3_601))).allowed).toBe(true);
});

test("the table holds digests, from which nobody can tell a name or an address without the secret", async () => {
  await fail("frank@test.example", 1, "203.0.113.7");
  const text = JSON.stringify(await db.prisma.signInThrottle.findMany());
  expect(text).not.toMatch(/frank|203\.0\.113/);
  expect(throttleKeys("frank", "a", "one secret")).not.toEqual(throttleKeys("frank", "a", "another secret"));
});
