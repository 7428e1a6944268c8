import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { parseKeyRing, type KeyRing } from "@/lib/crypto/key-ring";
import { seal, sealingKeyId, unseal } from "@/lib/crypto/seal";

const keyText = (id: string) => `${id}:${randomBytes(32).toString("base64")}`;
function ring(...keys: string[]): KeyRing {
  const parsed = parseKeyRing(keys.join(","));
  if (!parsed.ok) throw new Error(parsed.problem);
  return parsed.keyRing;
}

const [k1, k2] = [keyText("k1"), keyText("k2")];
const context = { accountId: "account", connectionId: "connection", field: "password" };

test("a secret comes back as it was, and looks different each time it is stored", () => {
  for (const plain of ["geheim", "", "é€𝄞 | & <", "x".repeat(10_000)]) {
    const [one, other] = [seal(plain, context, ring(k1)), seal(plain, context, ring(k1))];
    expect(one).toMatch(/^v1\.k1\.[\w-]+\.[\w-]+\.[\w-]*$/);
    expect(one).not.toBe(other);
    expect(unseal(one, context, ring(k1))).toBe(plain);
  }
});

test.each(["accountId", "connectionId", "field"] as const)("a secret that was moved to another %s cannot be read", (part) => {
  const sealed = seal("geheim", context, ring(k1));
  expect(() => unseal(sealed, { ...context, [part]: "another" }, ring(k1))).toThrow();
});

test("parts of the context cannot be shifted into each other", () => {
  const sealed = seal("geheim", { accountId: "a", connectionId: "bc", field: "d" }, ring(k1));
  expect(() => unseal(sealed, { accountId: "ab", connectionId: "c", field: "d" }, ring(k1))).toThrow();
});

test("a changed byte anywhere is noticed", () => {
  const sealed = seal("geheim", context, ring(k1));
  const parts = sealed.split(".");
  for (const position of [2, 3, 4]) {
    const bytes = Buffer.from(parts[position] ?? "", "base64url");
    bytes.writeUInt8(bytes.readUInt8(0) ^ 1, 0);
    expect(() => unseal(parts.with(position, bytes.toString("base64url")).join("."), context, ring(k1))).toThrow();
  }
});

test("an older key still reads; one that is gone is named in the error, the secret is not", () => {
  const sealed = seal("geheim", context, ring(k1));
  expect(sealingKeyId(sealed)).toBe("k1");
  expect(unseal(sealed, context, ring(k2, k1))).toBe("geheim");
  expect(() => unseal(sealed, context, ring(k2))).toThrow("needs key k1");
  expect(() => unseal("geheim", context, ring(k1))).toThrow(/^A stored credential does not have the form/);
});
