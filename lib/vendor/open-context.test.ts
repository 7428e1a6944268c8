import { afterEach, beforeEach, expect, test } from "vitest";
import { seal } from "@/lib/crypto/seal";
import { createTestEngine, type TestEngine } from "@/lib/sync/fixtures/test-engine";
import { openVendorContext } from "@/lib/vendor/open-context";

let it: TestEngine;
beforeEach(async () => {
  it = await createTestEngine();
});
afterEach(() => it.close());

const options = () => ({ signal: new AbortController().signal, recordExchange: () => {}, keyRing: it.engine.keyRing, requestsPerMinute: 3 });
function connection(secrets: unknown) {
  return { id: it.connectionId, accountId: it.accountId, vendor: "fixture", login: { email: "api@example.test" }, secrets, administration: "A" };
}

test("the login is put together from what is open and what was sealed, and each request takes its place in the budget", async () => {
  const secrets = { key: seal("secret key", { accountId: it.accountId, connectionId: it.connectionId, field: "key" }, it.engine.keyRing) };
  const context = openVendorContext(it.db, it.engine.timing, connection(secrets), options());
  expect(context).toMatchObject({ login: { email: "api@example.test", key: "secret key" }, administration: "A" });
  await context.takeBudget();
  expect(await it.db.prisma.rateBudget.findUnique({ where: { connectionId: it.connectionId } })).toMatchObject({ sentAt: [expect.any(Date)] });
});

test("secrets that are gone, damaged or somebody else's are no login", () => {
  const ofAnother = seal("secret key", { accountId: it.connectionId, connectionId: it.connectionId, field: "key" }, it.engine.keyRing);
  for (const secrets of [{}, { key: "nonsense" }, { key: ofAnother }, null]) {
    expect(() => openVendorContext(it.db, it.engine.timing, connection(secrets), options())).toThrow(expect.objectContaining({ code: "not_connected", kind: "config" }));
  }
});
