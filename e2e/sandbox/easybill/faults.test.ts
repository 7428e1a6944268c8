import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { FaultInput } from "./faults/schema";
import { startEasybillSandbox, type EasybillSandbox } from "./start";
import { itemsOf, speak } from "./testing/wire";

let sandbox: EasybillSandbox;
beforeAll(async () => {
  sandbox = await startEasybillSandbox({ customers: 20, positions: 20, protocol: { requestsPerMinute: { PLUS: 0, BUSINESS: 0 } } });
});
afterEach(() => sandbox.reset("data"));
afterAll(() => sandbox.stop());

const api = () => speak(sandbox.apiUrl);
const hitting = (fault: FaultInput) => sandbox.setFaults([fault]);

/** Creates a draft and says what the caller sees; `broken` for a connection that ends, `silence` for none that answers. */
async function create(title = "Auftrag"): Promise<string> {
  try {
    const answer = await fetch(`${sandbox.apiUrl}/documents`, {
      method: "POST",
      headers: { Authorization: `Bearer ${sandbox.keys.business}`, "Content-Type": "application/json" },
      body: JSON.stringify({ title, external_id: title }),
      signal: AbortSignal.timeout(400),
    });
    return String(answer.status);
  } catch (problem) {
    return problem instanceof Error && problem.name === "TimeoutError" ? "silence" : "broken";
  }
}

const titles = async () => (await sandbox.documents()).map(({ title }) => title);

describe("an answer that does not come", () => {
  it.each([
    ["timeout", "beforeCommit", "silence", 0],
    ["timeout", "afterCommit", "silence", 1],
    ["reset", "beforeCommit", "broken", 0],
    ["reset", "afterCommit", "broken", 1],
    ["serverError", "beforeCommit", "503", 0],
    ["serverError", "afterCommit", "503", 1],
  ] as const)("%s %s: the caller sees %s, drafts: %d", async (kind, when, seen, drafts) => {
    await hitting({ kind, when });
    expect(await create()).toBe(seen);
    expect(await titles()).toHaveLength(drafts);
  });

  it.each([
    ["timeout", "silence"],
    ["reset", "broken"],
    ["serverError", "503"],
  ] as const)("lateCommit with %s: the draft appears later on the sandbox's clock", async (answer, seen) => {
    await hitting({ kind: "lateCommit", milliseconds: 300_000, answer });
    expect(await create()).toBe(seen);
    await sandbox.advanceClock({ minutes: 4 });
    expect(await titles()).toEqual([]);
    await sandbox.advanceClock({ minutes: 2 });
    expect(await titles()).toEqual(["Auftrag"]);
  });
});

describe("an answer that is spoilt", () => {
  it("comes twice while the work is done once", async () => {
    await hitting({ kind: "doubledAnswer", how: "body" });
    expect((await api().post("/documents", {})).text.split('"attachment_ids"')).toHaveLength(3);
    await hitting({ kind: "doubledAnswer", how: "response" });
    expect((await api().post("/documents", {})).status).toBe(201);
    expect(await titles()).toHaveLength(2);
  });

  it("is cut, is no JSON, or takes its time", async () => {
    await hitting({ kind: "brokenJson" });
    expect(await api().get("/logins")).toMatchObject({ status: 200, body: undefined });
    await hitting({ kind: "nonsense" });
    expect((await api().get("/logins")).text).toContain("<h1>");
    await hitting({ kind: "slow", milliseconds: 150 });
    const began = performance.now();
    await api().get("/logins");
    expect(performance.now() - began).toBeGreaterThan(140);
  });

  it("says a list is empty, or leaves half of it out", async () => {
    await hitting({ kind: "emptyList", only: { operation: "listCustomers" } });
    expect((await api().get("/customers")).body).toMatchObject({ total: 0, items: [] });
    await hitting({ kind: "shortList" });
    const answer = await api().get("/customers");
    expect([answer.body?.total, itemsOf(answer).length]).toEqual([20, 10]);
  });
});

describe("a refusal", () => {
  it("is 401, 429 with or without a time, or any other", async () => {
    await hitting({ kind: "unauthorized" });
    expect((await api().get("/logins")).status).toBe(401);
    await hitting({ kind: "rateLimited" });
    expect(await api().get("/logins")).toMatchObject({ status: 429, retryAfter: null });
    await hitting({ kind: "rateLimited", retryAfterSeconds: 7 });
    expect(await api().get("/logins")).toMatchObject({ status: 429, retryAfter: "7" });
    await hitting({ kind: "refused", message: "Ungültige Position" });
    expect((await api().post("/documents", {})).body).toMatchObject({ code: 400, message: "Ungültige Position" });
  });

  it("is 409 for so many requests, or for a while from the first one on", async () => {
    const { id } = await api().post("/documents", {});
    const finish = async () => (await api().put(`/documents/${id}/done`)).status;
    await hitting({ kind: "locked", times: 2 });
    expect([await finish(), await finish(), await finish()]).toEqual([409, 409, 200]);
    const other = await api().post("/documents", {});
    await hitting({ kind: "locked", milliseconds: 60_000 });
    const finishOther = async () => (await api().put(`/documents/${other.id}/done`)).status;
    expect([await finishOther(), await finishOther()]).toEqual([409, 409]);
    await sandbox.advanceClock({ seconds: 61 });
    expect(await finishOther()).toBe(200);
  });

  it("is 409 while a person works on the document", async () => {
    const { id } = await api().post("/documents", {});
    await sandbox.act([{ act: "lock", id, milliseconds: 60_000 }]);
    expect((await api().put(`/documents/${id}`, {})).status).toBe(409);
    expect((await api().get(`/documents/${id}`)).status).toBe(200);
    await sandbox.advanceClock({ minutes: 2 });
    expect((await api().put(`/documents/${id}`, {})).status).toBe(200);
  });
});

describe("the aim of a fault", () => {
  it("can be a number of requests, an operation or several, a company", async () => {
    await hitting({ kind: "refused", status: 418, skip: 1, times: 1, only: { operation: ["listLogins", "listPositions"], company: "business" } });
    const seen = [await api().get("/logins"), await api().get("/customers"), await speak(sandbox.apiUrl, sandbox.keys.plus).get("/positions"), await api().get("/positions"), await api().get("/logins")];
    expect(seen.map(({ status }) => status)).toEqual([200, 200, 200, 418, 200]);
    expect((await sandbox.status()).faults).toMatchObject([{ matched: 2, applied: 1 }]);
  });

  it("can be one work order, in whatever is done to its document", async () => {
    await create("W-1");
    await create("W-2");
    const [first, second] = await sandbox.documents();
    await hitting({ kind: "refused", status: 418, only: { contains: "W-1" } });
    expect([await create("W-1"), await create("W-3")]).toEqual(["418", "201"]);
    expect((await api().put(`/documents/${first?.id ?? 0}/done`)).status).toBe(418);
    expect((await api().put(`/documents/${second?.id ?? 0}/done`)).status).toBe(200);
    expect((await sandbox.requests()).flatMap(({ faults }) => faults)).toEqual(["refused", "refused"]);
  });
});
