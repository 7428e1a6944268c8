import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { startEasybillSandbox, type EasybillSandbox } from "./start";
import { speak } from "./testing/wire";

let sandbox: EasybillSandbox;
beforeAll(async () => {
  sandbox = await startEasybillSandbox({ customers: 30, positions: 20 });
});
afterEach(() => sandbox.reset("data"));
afterAll(() => sandbox.stop());

const statuses = async (times: number, apiKey = sandbox.keys.business) => {
  const seen: number[] = [];
  for (let time = 0; time < times; time += 1) seen.push((await speak(sandbox.apiUrl, apiKey).get("/logins")).status);
  return seen;
};

describe("the key", () => {
  it("opens its own company only", async () => {
    const [business, plus] = [await speak(sandbox.apiUrl).get("/customers"), await speak(sandbox.apiUrl, sandbox.keys.plus).get("/customers")];
    expect([business.body?.total, plus.body?.total]).toEqual([30, 6]);
  });

  it("is refused with 401 when it is wrong, missing or not a bearer's", async () => {
    expect((await speak(sandbox.apiUrl, "wrong").get("/logins")).status).toBe(401);
    expect((await fetch(`${sandbox.apiUrl}/logins`)).status).toBe(401);
    expect((await fetch(`${sandbox.apiUrl}/logins`, { headers: { Authorization: `Basic ${btoa(`a@b.example:${sandbox.keys.business}`)}` } })).status).toBe(401);
  });

  it("can be revoked, and a new one made in its place", async () => {
    await sandbox.revokeKey();
    expect((await speak(sandbox.apiUrl).get("/logins")).status).toBe(401);
    const fresh = await sandbox.renewKey();
    expect((await speak(sandbox.apiUrl, fresh).get("/logins")).status).toBe(200);
    expect((await speak(sandbox.apiUrl).get("/logins")).status).toBe(401);
    expect((await speak(sandbox.apiUrl, sandbox.keys.plus).get("/logins")).status).toBe(200);
  });
});

describe("the limit", () => {
  it("is 10 requests a minute for PLUS, sliding on the sandbox's clock", async () => {
    expect(await statuses(12, sandbox.keys.plus)).toEqual([...Array.from({ length: 10 }, () => 200), 429, 429]);
    await sandbox.advanceClock({ seconds: 61 });
    expect(await statuses(1, sandbox.keys.plus)).toEqual([200]);
  });

  it("is 60 a minute for BUSINESS, and one company's requests do not count for the other", async () => {
    expect(await statuses(61)).toEqual([...Array.from({ length: 60 }, () => 200), 429]);
    expect(await statuses(1, sandbox.keys.plus)).toEqual([200]);
    expect((await sandbox.status()).companies.map(({ used, limit }) => [used, limit])).toEqual([[60, 60], [1, 10]]);
  });

  it("says how long to wait only where that is switched on", async () => {
    await sandbox.changeProtocol({ requestsPerMinute: { PLUS: 1, BUSINESS: 1 } });
    await statuses(1);
    expect((await speak(sandbox.apiUrl).get("/logins")).retryAfter).toBeNull();
    await sandbox.changeProtocol({ sendsRetryAfter: true });
    expect(Number((await speak(sandbox.apiUrl).get("/logins")).retryAfter)).toBeGreaterThan(50);
  });

  it("passes faster when the clock does, and in a shorter window", async () => {
    await sandbox.changeProtocol({ requestsPerMinute: { PLUS: 1, BUSINESS: 1 } });
    await statuses(1);
    await sandbox.setClockSpeed(10_000);
    await expect.poll(() => statuses(1)).toEqual([200]);
    await sandbox.setClockSpeed(1);
    await sandbox.changeProtocol({ rateWindowMilliseconds: 1 });
    await expect.poll(() => statuses(1)).toEqual([200]);
  });
});

describe("a request that is no good", () => {
  it("has a line of at most 4094 bytes", async () => {
    const path = (length: number) => `/customers?number=${"1".repeat(length - "GET /rest/v1/customers?number= HTTP/1.1".length)}`;
    expect((await speak(sandbox.apiUrl).get(path(4094))).status).toBe(200);
    expect((await speak(sandbox.apiUrl).get(path(4095))).status).toBe(414);
  });

  it("is told what is wrong with it", async () => {
    const { get, post } = speak(sandbox.apiUrl);
    expect((await get("/customers?limit=1001")).body).toEqual({ code: 400, message: "limit must be a number from 1 to 1000", arguments: [] });
    expect((await get("/nothing")).status).toBe(404);
    expect((await get("/customers/1")).status).toBe(404);
    expect((await post("/customers", { company_name: 5 })).body?.message).toContain("company_name");
    expect((await fetch(`${sandbox.apiUrl}/customers`, { method: "POST", headers: { Authorization: `Bearer ${sandbox.keys.business}` }, body: "x" })).status).toBe(415);
  });
});

describe("the journal", () => {
  it("keeps who asked what, without the key, and counts it", async () => {
    await speak(sandbox.apiUrl).get("/customers?number=10001");
    await speak(sandbox.apiUrl, "wrong").post("/positions", { number: "X" });
    const requests = await sandbox.requests();
    expect(requests).toMatchObject([
      { operation: "listCustomers", company: "business", method: "GET", path: "/customers?number=10001", status: 200, faults: [] },
      { operation: "createPosition", method: "POST", path: "/positions", body: '{"number":"X"}', status: 401 },
    ]);
    expect(JSON.stringify(requests)).not.toContain(sandbox.keys.business);
    expect(await sandbox.requestCounts()).toEqual({ listCustomers: 1, createPosition: 1 });
  });
});
