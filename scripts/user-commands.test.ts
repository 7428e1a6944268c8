import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/e2e/support/database";
import { checkSignIn } from "@/lib/auth/check-sign-in";
import { type Database, openDatabase } from "@/lib/db";
import { describeLink } from "@/lib/users/describe-link";
import { projectFolder } from "./project-folder";

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

/** Runs one of the commands as npm does, on the test's own database. */
async function run(script: string, options: readonly string[] = [], input = ""): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, ["--import", "tsx", `scripts/${script}`, ...options], {
    cwd: projectFolder,
    env: {
      NODE_ENV: "production",
      PATH: process.env.PATH,
      DATABASE_URL: server.url,
      APP_URL: "https://integrations.example",
      AUTH_SECRET: randomBytes(32).toString("base64"),
      CREDENTIALS_KEYS: `k1:${randomBytes(32).toString("base64")}`,
    },
  });
  child.stdin.end(input);
  const ended = new Promise<number | null>((resolve, reject) => child.once("error", reject).once("close", resolve));
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, out, err };
}

const person = ["--account", "Bakker Klimaat", "--email", "Anna@Bakker.example", "--name", "Anna Bakker", "--role", "administrator"];
const tokenIn = (out: string) => /https:\/\/integrations\.example\/welcome\/([\w-]+)/.exec(out)?.[1] ?? "";

test("the first start prints a link that creates the first administrator, and nothing once there is one", { timeout: 180_000 }, async () => {
  const first = await run("print-setup-link.ts");
  expect(first).toMatchObject({ code: 0, err: "" });
  expect(await describeLink(db, tokenIn(first.out), new Date())).toEqual({ kind: "firstAccount" });

  const added = await run("add-user.ts", person);
  expect(added).toMatchObject({ code: 0, err: "" });
  expect(added.out).toContain("Anna Bakker is administrator of the new account Bakker Klimaat.");
  expect(await describeLink(db, tokenIn(added.out), new Date())).toMatchObject({ kind: "password", email: "anna@bakker.example" });

  expect(await run("print-setup-link.ts")).toEqual({ code: 0, out: "", err: "" });
});

test("a password from standard input works at once and is not printed", { timeout: 180_000 }, async () => {
  const options = ["--account", "Stdin", "--email", "stdin@bakker.example", "--name", "Stien", "--role", "viewer", "--password-stdin"];
  const added = await run("add-user.ts", options, "a typed password\n");
  expect(added.code).toBe(0);
  expect(added.out).not.toMatch(/typed password|welcome/);
  const signIn = { email: "stdin@bakker.example", password: "a typed password", address: "test", secret: "secret", now: new Date() };
  expect((await checkSignIn(db, signIn)).outcome).toBe("accepted");
});

test("what is missing or wrong is named in a sentence, without a stack, and nothing is made", { timeout: 180_000 }, async () => {
  const wrong = await run("add-user.ts", ["--account", "Nobody", "--email", "no address", "--role", "owner"]);
  expect([wrong.code, wrong.out]).toEqual([1, ""]);
  expect(wrong.err).toContain("Missing or wrong: --name, --email, --role");
  expect(wrong.err).not.toContain(" at ");
  const short = await run("add-user.ts", [...person.slice(0, 2), "--email", "short@bakker.example", ...person.slice(4), "--password-stdin"], "short");
  expect(short).toMatchObject({ code: 1, err: "A password has 10 to 200 characters.\n" });
  expect(await db.prisma.account.count({ where: { name: "Nobody" } })).toBe(0);
});

test("rotating the keys says what it did", { timeout: 180_000 }, async () => {
  const rotated = await run("rotate-keys.ts");
  expect(rotated).toMatchObject({ code: 0, err: "" });
  expect(rotated.out).toContain("0 connections looked at.");
});
