import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createSession, openTestDatabase } from "@/e2e/support/people";
import { apiKeyOfHeader } from "@/lib/api-keys/api-key-token";
import { makeApiKey, revokeApiKey } from "@/lib/api-keys/change-api-keys";
import { findApiCaller } from "@/lib/api-keys/find-api-key";
import { listApiKeys } from "@/lib/api-keys/list-api-keys";
import type { Database } from "@/lib/db";

let db: Database;
beforeAll(async () => (db = await openTestDatabase()));
afterAll(() => db.close());

const now = new Date("2026-11-21T10:00:00Z");

test("a key has 256 random bits, and only its digest and its last four characters are kept", async () => {
  const actor = await createSession(db, { name: "Marit" });
  const { token } = await makeApiKey(db, { actor, name: "Planning" });
  expect(token).toMatch(/^osk_[A-Za-z0-9_-]{43}$/);
  const stored = await db.prisma.apiKey.findFirstOrThrow({ where: { accountId: actor.accountId } });
  expect(stored).toMatchObject({ name: "Planning", ending: token.slice(-4), createdBy: "Marit", digest: createHash("sha256").update(token).digest("hex"), revokedAt: null });
  const audit = await db.prisma.auditEvent.findMany({ where: { accountId: actor.accountId } });
  expect(audit).toMatchObject([{ action: "api-key.made", subject: `Planning (…${token.slice(-4)})`, userName: "Marit" }]);
  expect(JSON.stringify([stored, audit])).not.toContain(token.slice(4, -4));
});

test("a key finds its own account, with its language, and notes its use at most once a minute", async () => {
  const actor = await createSession(db);
  await db.prisma.account.update({ where: { id: actor.accountId }, data: { locale: "de" } });
  const { token } = await makeApiKey(db, { actor, name: "Planning" });
  const usedAt = async () => (await listApiKeys(db, actor.accountId))[0]?.lastUsedAt;
  expect(await usedAt()).toBeNull();
  expect(await findApiCaller(db, token, now)).toMatchObject({ keyName: "Planning", accountId: actor.accountId, accountLocale: "de" });
  await findApiCaller(db, token, new Date(now.getTime() + 59_000));
  expect(await usedAt()).toEqual(now);
  await findApiCaller(db, token, new Date(now.getTime() + 60_000));
  expect(await usedAt()).toEqual(new Date(now.getTime() + 60_000));
});

test("a revoked key finds nobody any more; revoking it again changes nothing", async () => {
  const actor = await createSession(db);
  const { token } = await makeApiKey(db, { actor, name: "Old" });
  await makeApiKey(db, { actor, name: "New" });
  const keyId = (await listApiKeys(db, actor.accountId)).find(({ name }) => name === "Old")?.id ?? "";
  await revokeApiKey(db, { actor, keyId, now });
  await revokeApiKey(db, { actor, keyId, now: new Date(now.getTime() + 1_000) });
  expect(await findApiCaller(db, token, now)).toBeNull();
  expect((await listApiKeys(db, actor.accountId)).map(({ name, revokedAt }) => [name, revokedAt])).toEqual([["New", null], ["Old", now]]);
  expect(await db.prisma.auditEvent.count({ where: { accountId: actor.accountId, action: "api-key.revoked" } })).toBe(1);
});

test("nobody revokes or sees a key of another account, and a made-up key finds nobody", async () => {
  const [owner, stranger] = [await createSession(db), await createSession(db)];
  const { token } = await makeApiKey(db, { actor: owner, name: "Mine" });
  const [key] = await listApiKeys(db, owner.accountId);
  await expect(revokeApiKey(db, { actor: stranger, keyId: key?.id ?? "", now })).rejects.toMatchObject({ code: "record_not_found" });
  expect(await listApiKeys(db, stranger.accountId)).toEqual([]);
  expect(await findApiCaller(db, token, now)).not.toBeNull();
  expect(await findApiCaller(db, `${token}x`, now)).toBeNull();
});

test.each([
  ["Bearer osk_abc", "osk_abc"],
  ["bearer  osk_abc ", "osk_abc"],
  ["Bearer abc", null],
  ["Basic osk_abc", null],
  ["osk_abc", null],
  ["Bearer osk_abc osk_def", null],
  ["", null],
  [null, null],
])("the header %j carries the key %j", (header, key) => {
  expect(apiKeyOfHeader(header)).toBe(key);
});
