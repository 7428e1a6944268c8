import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { parseKeyRing } from "@/lib/crypto/key-ring";

const key = () => randomBytes(32).toString("base64");

test("the first key encrypts, all of them decrypt", () => {
  const parsed = parseKeyRing(`new:${key()}, old-1:${key()},`);
  if (!parsed.ok) throw new Error(parsed.problem);
  expect(parsed.keyRing.current.id).toBe("new");
  expect([...parsed.keyRing.keys.keys()]).toEqual(["new", "old-1"]);
});

test.each([
  ["", "at least one key"],
  [" , ", "at least one key"],
  [randomBytes(32).toString("base64"), "the form id:base64"],
  [`a b:${randomBytes(32).toString("base64")}`, "the form id:base64"],
  [`k1:${randomBytes(16).toString("base64")}`, "32 bytes in base64 for key k1"],
  ["k1:", "32 bytes in base64 for key k1"],
])("%j is refused with a sentence that names the trouble", (text, problem) => {
  expect(parseKeyRing(text)).toMatchObject({ ok: false, problem: expect.stringContaining(problem) });
});

test("a key that is named twice is refused, and no problem repeats a key", () => {
  const [one, other] = [key(), key()];
  const twice = parseKeyRing(`k1:${one},k1:${other}`);
  expect(twice).toEqual({ ok: false, problem: "names key k1 twice" });
  expect(JSON.stringify([twice, parseKeyRing(`k1:${one}xx`)])).not.toContain(one);
});
