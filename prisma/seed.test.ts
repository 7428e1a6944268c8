import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/e2e/support/database";
import { checkSignIn } from "@/lib/auth/check-sign-in";
import { type Database, openDatabase } from "@/lib/db";
import { demoLogins, reasonNotToSeed } from "./seed";
import { seedDemo } from "./seed/seed-demo";

let server: TestDatabase;
let db: Database;

beforeAll(async () => {
  server = await createTestDatabase();
  db = openDatabase(server.url);
});

afterAll(async () => {
  await db.close();
  await server.drop();
});

test("the seed makes every demo user once, also when it runs twice at once and again", async () => {
  const together = await Promise.all([seedDemo(db), seedDemo(db)]);
  expect(together.map((one) => one.created).sort()).toEqual([0, demoLogins.length]);
  expect(together.map((one) => one.workOrders).sort((one, other) => one - other)).toEqual([0, 345]);
  expect(await seedDemo(db)).toEqual({ created: 0, workOrders: 0 });
  expect(await db.prisma.account.count()).toBe(2);
});

test("every demo login that the start prints works", async () => {
  await seedDemo(db);
  for (const { email, password } of demoLogins) {
    const result = await checkSignIn(db, { email, password, address: "test", secret: "secret", now: new Date() });
    expect(result.outcome, email).toBe("accepted");
  }
});

test("the seed leaves what people changed as it is, and brings no licence and no connection", async () => {
  await seedDemo(db);
  await db.prisma.user.update({ where: { email: "vera@demo.example" }, data: { name: "Vera de Wit", role: "planner" } });
  await seedDemo(db);
  const vera = await db.prisma.user.findUniqueOrThrow({ where: { email: "vera@demo.example" } });
  expect(vera).toMatchObject({ name: "Vera de Wit", role: "planner" });
  expect([await db.prisma.licence.count(), await db.prisma.connection.count()]).toEqual([0, 0]);
});

test("there is no demonstration in production beside real vendors", () => {
  expect(reasonNotToSeed({ NODE_ENV: "production", SANDBOX: "0" })).toContain("SANDBOX=0");
  expect(reasonNotToSeed({ NODE_ENV: "production", SANDBOX: "1" })).toBeNull();
  expect(reasonNotToSeed({ NODE_ENV: "development", SANDBOX: "0" })).toBeNull();
});
