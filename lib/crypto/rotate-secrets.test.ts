import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createAccount, openTestDatabase } from "@/e2e/support/people";
import { parseKeyRing, type KeyRing } from "@/lib/crypto/key-ring";
import { rotateSecrets } from "@/lib/crypto/rotate-secrets";
import { seal, sealingKeyId, unseal } from "@/lib/crypto/seal";
import type { Database } from "@/lib/db";
import { openSigningSecret, sealSigningSecret } from "@/lib/notices/webhook/signing-secret";

let db: Database;
beforeAll(async () => (db = await openTestDatabase()));
beforeEach(async () => {
  await db.pool.query("TRUNCATE account CASCADE");
});
afterAll(() => db.close());

const [oldKey, newKey] = ["old", "new"].map((id) => `${id}:${randomBytes(32).toString("base64")}`);
function ring(text: string): KeyRing {
  const parsed = parseKeyRing(text);
  if (!parsed.ok) throw new Error(parsed.problem);
  return parsed.keyRing;
}
const before = ring(`${oldKey}`);
const during = ring(`${newKey},${oldKey}`);
const afterwards = ring(`${newKey}`);

async function connect(keyRing: KeyRing, vendor = "cash") {
  const { id: accountId } = await createAccount(db);
  const connection = await db.prisma.connection.create({
    data: { accountId, vendor, state: "connected", login: {}, secrets: {}, administrations: [], settings: {} },
  });
  const context = (field: string) => ({ accountId, connectionId: connection.id, field });
  const secrets = { password: seal("geheim", context("password"), keyRing), token: seal("ook geheim", context("token"), keyRing) };
  await db.prisma.connection.update({ where: { id: connection.id }, data: { secrets } });
  return { id: connection.id, context };
}

async function storedSecrets(id: string): Promise<Record<string, string>> {
  const { rows } = await db.pool.query<{ secrets: Record<string, string> }>("SELECT secrets FROM connection WHERE id = $1", [id]);
  return rows[0]?.secrets ?? {};
}

test("afterwards every secret is readable with the new key alone", async () => {
  const connections = await Promise.all([connect(before), connect(before), connect(before)]);
  expect(await rotateSecrets(db, during, { batch: 2 })).toEqual({ connections: 3, rotated: 6, current: 0, failed: [] });
  for (const { id, context } of connections) {
    const { password, token } = await storedSecrets(id);
    expect(unseal(password ?? "", context("password"), afterwards)).toBe("geheim");
    expect(unseal(token ?? "", context("token"), afterwards)).toBe("ook geheim");
  }
});

test("it can be cut off and run again: what uses the new key already is left alone", async () => {
  const [done] = [await connect(during), await connect(before)];
  const untouched = await storedSecrets(done.id);
  expect(await rotateSecrets(db, during)).toMatchObject({ connections: 2, rotated: 2, current: 2 });
  expect(await storedSecrets(done.id)).toEqual(untouched);
  expect(await rotateSecrets(db, during)).toMatchObject({ rotated: 0, current: 4 });
});

test("a secret whose key is missing stays as it is and is named; the others are done", async () => {
  const lost = await connect(ring(`lost:${randomBytes(32).toString("base64")}`));
  const fine = await connect(before);
  const result = await rotateSecrets(db, during);
  expect(result).toMatchObject({ connections: 2, rotated: 2 });
  expect(result.failed.map(({ connectionId, field }) => [connectionId, field]).sort()).toEqual([[lost.id, "password"], [lost.id, "token"]]);
  expect(result.failed[0]?.problem).toContain("key lost");
  expect(Object.values(await storedSecrets(lost.id)).map(sealingKeyId)).toEqual(["lost", "lost"]);
  expect(Object.values(await storedSecrets(fine.id)).map(sealingKeyId)).toEqual(["new", "new"]);
});

test("connections without secrets, after disconnecting, are passed over", async () => {
  const { id } = await connect(before);
  await db.prisma.connection.update({ where: { id }, data: { secrets: {}, state: "disconnected" } });
  expect(await rotateSecrets(db, during)).toEqual({ connections: 1, rotated: 0, current: 0, failed: [] });
});

test("what a webhook is signed with, and a login that is kept until a webhook is removed, change their key too", async () => {
  const { id, context } = await connect(before);
  const removalLogin = { login: { plan: "plus" }, secrets: { password: seal("geheim", context("password"), before) } };
  const { accountId } = context("webhook");
  await db.prisma.webhookRegistration.create({ data: { connectionId: id, accountId, state: "removing", secret: seal("signature", context("webhook"), before), removalLogin } });
  expect(await rotateSecrets(db, during)).toEqual({ connections: 1, rotated: 4, current: 0, failed: [] });
  const { secret, removalLogin: kept } = await db.prisma.webhookRegistration.findUniqueOrThrow({ where: { connectionId: id } });
  expect(unseal(secret ?? "", context("webhook"), afterwards)).toBe("signature");
  expect(kept).toEqual({ login: { plan: "plus" }, secrets: { password: expect.stringMatching(/^v1\.new\./) } });
});

test("what notices are signed with changes its key too", async () => {
  const { id: accountId } = await createAccount(db);
  const id = randomUUID();
  await db.prisma.noticeReceiver.create({ data: { id, accountId, channel: "webhook", address: "https://hooks.example/", locale: "en", topics: [], createdBy: "Femke", secret: sealSigningSecret("whsec_x", { id, accountId }, before) } });
  expect(await rotateSecrets(db, during)).toEqual({ connections: 0, rotated: 1, current: 0, failed: [] });
  const { secret } = await db.prisma.noticeReceiver.findUniqueOrThrow({ where: { id } });
  expect(openSigningSecret(secret ?? "", { id, accountId }, afterwards)).toBe("whsec_x");
});
