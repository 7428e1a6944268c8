import { expect, test } from "vitest";
import { hashPassword, verifyPassword } from "@/lib/auth/password";
import { emailAddress, newPassword } from "@/lib/auth/password-rules";

test("a password is stored as argon2id, differently each time, and only the right one matches", async () => {
  const [one, other] = await Promise.all([hashPassword("correct horse battery"), hashPassword("correct horse battery")]);
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(one).not.toBe(other);
  expect(await verifyPassword("correct horse battery", one)).toBe(true);
  expect(await verifyPassword("correct horse batterz", one)).toBe(false);
});

test("without a stored password nothing matches, the decoy's neither", async () => {
  expect(await verifyPassword("", null)).toBe(false);
  expect(await verifyPassword("correct horse battery", null)).toBe(false);
});

test("an endless password is cut before it is hashed, and does not match its own beginning", async () => {
  const hash = await hashPassword("x".repeat(200));
  expect(await verifyPassword("x".repeat(200), hash)).toBe(true);
  expect(await verifyPassword("x".repeat(100_000), hash)).toBe(false);
});

test("a password needs ten characters, a sign-in name is an address in lower case", () => {
  expect(newPassword.safeParse("123456789").success).toBe(false);
  expect(newPassword.safeParse("1234567890").success).toBe(true);
  expect(emailAddress.parse("  Marit@Demo.Example ")).toBe("marit@demo.example");
  expect(emailAddress.safeParse("marit").success).toBe(false);
});
