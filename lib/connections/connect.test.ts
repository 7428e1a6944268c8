import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { unlinkedCredentials } from "@/e2e/sandbox/cash/credentials";
import type { FaultInput } from "@/e2e/sandbox/cash/faults/schema";
import { connect } from "@/lib/connections/connect";
import { connectionIdOf } from "@/lib/connections/connection-id";
import { createActor, createCashEngine, goodLogin, storedConnection, traces, type CashEngine } from "@/lib/connections/fixtures/cash-engine";
import { getConnection } from "@/lib/connections/read-connection";
import { readLogin } from "@/lib/connections/read-login";
import { budgetStanding } from "@/lib/budget/budget-standing";

let cash: CashEngine & { close: () => Promise<void> };
beforeAll(async () => {
  cash = await createCashEngine();
});
afterEach(() => cash.sandbox.reset());
afterAll(() => cash.close());

const submit = (actor: Awaited<ReturnType<typeof createActor>>, login: Record<string, string> = goodLogin) => connect(cash.engine, { actor, vendor: "cash", login });

describe("a login that is accepted", () => {
  it("opens the settings: connected, administrations to choose from, the vendor's default settings", async () => {
    const actor = await createActor(cash);
    expect(await submit(actor)).toEqual({ outcome: "connected", isNew: true, administration: null });
    const connection = await getConnection(cash.db, actor.accountId, "cash", cash.engine.findConnector);
    expect(connection).toMatchObject({
      id: connectionIdOf(actor.accountId, "cash"),
      state: "connected",
      login: { relationCode: goodLogin.relationCode, email: goodLogin.email },
      credentialsSetBy: "Marit de Vries",
      administration: null,
      settings: { imports: { relations: true, employees: false } },
    });
    expect(connection?.administrations.map(({ code }) => code)).toEqual(["01", "02"]);
  });

  it("takes the administration by itself where there is only one", async () => {
    const { engine, db, sandbox, close } = await createCashEngine({}, { users: [{ relation: goodLogin.relationCode, ...goodLogin, administrations: ["02"], withoutRights: [] }] });
    const actor = await createActor({ db });
    expect(await connect(engine, { actor, vendor: "cash", login: goodLogin })).toMatchObject({ administration: "02" });
    expect(sandbox.url).toContain("http");
    await close();
  });

  it("is stored encrypted, for this account, connection and field only", async () => {
    const actor = await createActor(cash);
    await submit(actor);
    const stored = await storedConnection(cash, actor);
    expect(JSON.stringify(stored)).not.toContain(goodLogin.password);
    expect(stored?.secrets).toMatchObject({ password: expect.stringMatching(/^v1\.test\./) });
    const scope = { accountId: actor.accountId, connectionId: stored?.id ?? "" };
    expect(await readLogin(cash.db, cash.engine.keyRing, scope)).toEqual(goodLogin);
    const other = await createActor(cash);
    expect(await readLogin(cash.db, cash.engine.keyRing, { ...scope, accountId: other.accountId })).toBeNull();
  });

  it("never shows its secret again: not to pages, not in the log, not in the audit trail", async () => {
    const actor = await createActor(cash);
    await submit(actor);
    await submit(actor, { ...goodLogin, password: "wrong but secret" });
    const seen = JSON.stringify([await getConnection(cash.db, actor.accountId, "cash", cash.engine.findConnector), await traces(cash, actor)]);
    for (const secret of [goodLogin.password, "wrong but secret", "v1.test."]) expect(seen).not.toContain(secret);
  });

  it("keeps the stored password when the field is left empty", async () => {
    const actor = await createActor(cash);
    await submit(actor);
    expect(await submit(actor, { ...goodLogin, password: "" })).toMatchObject({ outcome: "connected", isNew: false });
    const stored = await storedConnection(cash, actor);
    expect(await readLogin(cash.db, cash.engine.keyRing, { accountId: actor.accountId, connectionId: stored?.id ?? "" })).toEqual(goodLogin);
  });

  it("keeps administration and settings of before", async () => {
    const actor = await createActor(cash);
    await submit(actor);
    const settings = { imports: { relations: false, materials: true, hourTypes: false, warehouses: false, employees: true } };
    await cash.db.prisma.connection.updateMany({ where: { accountId: actor.accountId }, data: { administration: "02", settings } });
    expect(await submit(actor)).toMatchObject({ administration: "02" });
    expect(await storedConnection(cash, actor)).toMatchObject({ administration: "02", settings, state: "connected" });
  });

  it("asks for another administration, without taking it, when the one in use is no longer offered", async () => {
    const actor = await createActor(cash);
    await submit(actor);
    await cash.db.prisma.connection.updateMany({ where: { accountId: actor.accountId }, data: { administration: "77" } });
    await submit(actor);
    expect(await storedConnection(cash, actor)).toMatchObject({ administration: "77", state: "action_required", stateReason: "administration_missing" });
  });
});

describe("a login that is not accepted", () => {
  const cases: [string, Record<string, string>, FaultInput[], string][] = [
    ["a wrong relation code", { ...goodLogin, relationCode: "999999" }, [], "credentials_refused"],
    ["a user without an administration", { ...goodLogin, email: unlinkedCredentials.email }, [], "no_administration"],
    ["too few rights", goodLogin, [{ kind: "missingRights" }], "missing_rights"],
    ["a vendor that is down", goodLogin, [{ kind: "serverError", status: 503 }], "vendor_error"],
    ["a vendor that talks nonsense", goodLogin, [{ kind: "nonsense" }], "vendor_nonsense"],
  ];

  it.each(cases)("because of %s changes nothing that is stored, and says why", async (_, login, faults, code) => {
    const actor = await createActor(cash);
    await submit(actor);
    const before = await storedConnection(cash, actor);
    await cash.sandbox.setFaults(faults);
    expect(await submit(actor, login)).toMatchObject({ outcome: "refused", code, params: { vendor: "Cash" } });
    expect(await storedConnection(cash, actor)).toEqual(before);
  });

  it("stands in the log with what was sent and what came back, and in the audit trail", async () => {
    const actor = await createActor(cash);
    await submit(actor, { ...goodLogin, password: "wrong" });
    expect(await storedConnection(cash, actor)).toBeNull();
    const { log, actions } = await traces(cash, actor);
    expect(log).toMatchObject([{ level: "error", operation: "connection.refused", connectionId: connectionIdOf(actor.accountId, "cash") }]);
    expect(log[0]?.detail).toMatchObject({ error: { code: "credentials_refused" }, exchanges: expect.arrayContaining([expect.objectContaining({ method: "POST" })]) });
    expect(actions).toEqual(["connection.refused"]);
  });

  it("when the vendor is slow, says so after the time-out and stores nothing", async () => {
    const slow = await createCashEngine({ vendorAnswerTimeout: 300, vendorIdleTimeout: 300 });
    const actor = await createActor(slow);
    await slow.sandbox.setFaults([{ kind: "timeout", when: "beforeCommit" }]);
    expect(await connect(slow.engine, { actor, vendor: "cash", login: goodLogin })).toMatchObject({ outcome: "refused", code: "vendor_slow" });
    expect(await storedConnection(slow, actor)).toBeNull();
    await slow.close();
  });
});

describe("before the vendor is asked", () => {
  it.each([
    ["an empty field", { ...goodLogin, relationCode: " " }, { relationCode: { problem: "required" } }],
    ["a field of 10,000 characters", { ...goodLogin, email: "x".repeat(10_000) }, { email: { problem: "tooLong", maximum: 254 } }],
    ["something that is no email address", { ...goodLogin, email: "marit" }, { email: { problem: "email" } }],
    ["a password that was never stored", { ...goodLogin, password: "" }, { password: { problem: "required" } }],
    ["nothing at all", {}, { relationCode: { problem: "required" }, email: { problem: "required" }, password: { problem: "required" } }],
  ])("%s is named at its field", async (_, login, problems) => {
    const actor = await createActor(cash);
    await cash.sandbox.reset();
    expect(await submit(actor, login)).toEqual({ outcome: "incomplete", problems });
    expect(await cash.sandbox.requests()).toEqual([]);
  });

  it("a licence is needed", async () => {
    const actor = await createActor(cash, { isLicensed: false });
    await expect(submit(actor)).rejects.toMatchObject({ code: "no_licence", params: { vendor: "Cash" } });
  });

  it("an unknown vendor is not found", async () => {
    const actor = await createActor(cash);
    await expect(connect(cash.engine, { actor, vendor: "nobody", login: goodLogin })).rejects.toMatchObject({ code: "record_not_found" });
  });
});

it("tries before and after the first connection share one rate budget", async () => {
  const actor = await createActor(cash);
  const used = async () => (await budgetStanding(cash.db, cash.engine.timing, connectionIdOf(actor.accountId, "cash"), 100)).used;
  await submit(actor, { ...goodLogin, password: "wrong" });
  const afterRefusal = await used();
  await submit(actor);
  expect(afterRefusal).toBeGreaterThan(0);
  expect(await used()).toBeGreaterThan(afterRefusal);
});

it("another account sees nothing of a connection", async () => {
  const [actor, other] = [await createActor(cash), await createActor(cash)];
  await submit(actor);
  expect(await getConnection(cash.db, other.accountId, "cash", cash.engine.findConnector)).toBeNull();
  expect(connectionIdOf(other.accountId, "cash")).not.toBe(connectionIdOf(actor.accountId, "cash"));
});
