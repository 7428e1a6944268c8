import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from "vitest";
import { stubEnvironment } from "@/e2e/support/environment";
import { createSession, openTestDatabase } from "@/e2e/support/people";
import { createRateLimit } from "@/lib/actions/rate-limit";
import { makeApiKey, revokeApiKey } from "@/lib/api-keys/change-api-keys";
import { listApiKeys } from "@/lib/api-keys/list-api-keys";
import { postResult, problemDocument, workOrderStanding } from "@/lib/api/answers";
import { createApiRoute } from "@/lib/api/api-route";
import { getWorkOrder } from "@/lib/api/get-work-order";
import { createPostWorkOrder } from "@/lib/api/post-work-order";
import type { Session } from "@/lib/auth/session-of";
import type { Database } from "@/lib/db";
import { createExportingAccount, writeIntent } from "@/lib/work-orders/fixtures/exporting-account";

let db: Database;
let owner: Session;
let key: string;
const announced: string[] = [];

beforeAll(async () => {
  stubEnvironment();
  db = await openTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  owner = await createSession(db, { name: "Marit" });
  key = (await makeApiKey(db, { actor: owner, name: "Planning" })).token;
});

const route = createApiRoute({ database: () => db, rateLimit: createRateLimit({ actions: 100, window: 60_000 }), now: () => new Date("2026-11-21T10:00:00Z") });
const POST = route(createPostWorkOrder(async (connectionId) => void announced.push(connectionId)));
const GET = route(getWorkOrder);

const address = "http://localhost/api/v1/work-orders";
const least = { WorkorderNo: "W-1", CustomerDebtorNr: "10023", WorkDate: "2026-11-20" };

type Headers = Record<string, string>;
const requestOf = (body: unknown, headers: Headers = {}) =>
  new Request(address, { method: "POST", headers: { authorization: `Bearer ${key}`, "content-type": "application/json", ...headers }, body: typeof body === "string" ? body : JSON.stringify(body) });
const post = (body: unknown, headers: Headers = {}) => POST(requestOf(body, headers));
const ask = (number: string, headers: Headers = {}) => GET(new Request(`${address}/${encodeURIComponent(number)}`, { headers: { authorization: `Bearer ${key}`, ...headers } }));
const problemOf = async (response: Response) => problemDocument.parse(await response.json());
const stored = (accountId = owner.accountId) => db.prisma.workOrder.findMany({ where: { accountId }, include: { materials: true, periods: true, events: true } });

describe("a work order that is posted", () => {
  it("is created, updated and left as it is, told apart by what is answered", async () => {
    const first = await post({ ...least, Materials: [{ MaterialCode: "4711", MaterialQuantity: 0.1, MaterialPrice: "0,2" }] });
    const result = postResult.parse(await first.json());
    expect([first.status, result.result, result.Status, first.headers.get("cache-control")]).toEqual([201, "created", "Ready", "no-store"]);
    const again = await post({ ...least, Materials: [{ MaterialCode: "4711", MaterialQuantity: "0.10", MaterialPrice: 0.2 }] });
    expect([again.status, await again.json()]).toEqual([200, { ...result, result: "unchanged" }]);
    const changed = await post({ ...least, Status: "Retrieved", Materials: [] });
    expect([changed.status, await changed.json()]).toEqual([200, { ...result, Status: "Retrieved", result: "updated" }]);
    expect(await stored()).toMatchObject([{ id: result.id, number: "W-1", origin: "api", status: "retrieved", materials: [], events: expect.arrayContaining([expect.objectContaining({ actor: "Planning" })]) }]);
  });

  it("is one, however many requests bring it at the same moment", async () => {
    const responses = await Promise.all(Array.from({ length: 20 }, (_, index) => post({ ...least, ShortWorkDescription: `Try ${index}` })));
    expect(responses.map(({ status }) => status).sort()).toEqual([...Array.from({ length: 19 }, () => 200), 201]);
    expect(await stored()).toHaveLength(1);
  });

  it("may have a thousand lines, with descriptions of 10,000 characters", async () => {
    const Materials = Array.from({ length: 500 }, (_, line) => ({ MaterialCode: `M${line}`, MaterialQuantity: "1", MaterialName: "Kleinmateriaal" }));
    const Workperiods = Array.from({ length: 500 }, () => ({ HourType: "MONT", TotalTime: 15 }));
    const response = await post({ ...least, WorkDescription: "ë".repeat(10_000), Materials, Workperiods });
    expect(response.status).toBe(201);
    const [workOrder] = await stored();
    expect([workOrder?.materials.length, workOrder?.periods.length, workOrder?.description?.length]).toEqual([500, 500, 10_000]);
  });

  it("becomes due when it comes complete, and the job engine is told", async () => {
    const account = await createExportingAccount(db);
    key = (await makeApiKey(db, { actor: { accountId: account.accountId, userId: null, name: "Marit" }, name: "App" })).token;
    expect((await post({ ...least, Status: "Compleet", WorkStatus: "1" })).status).toBe(201);
    expect(announced).toEqual([account.connectionId]);
  });
});

describe("what is refused", () => {
  test.each([
    ["Bearer osk_made-up"],
    ["Bearer"],
    [""],
  ])("a request with the authorization %j: 401, and nothing is read", async (authorization) => {
    const response = await post(least, { authorization });
    expect([response.status, response.headers.get("www-authenticate"), response.headers.get("content-type")]).toEqual([401, 'Bearer realm="work-orders"', "application/problem+json"]);
    expect(await problemOf(response)).toMatchObject({ code: "api_key_refused", type: "about:blank" });
    expect(await stored()).toEqual([]);
  });

  it("a key that was revoked, at once", async () => {
    expect((await post(least)).status).toBe(201);
    const [row] = await listApiKeys(db, owner.accountId);
    await revokeApiKey(db, { actor: owner, keyId: row?.id ?? "", now: new Date() });
    expect((await post({ ...least, WorkorderNo: "W-2" })).status).toBe(401);
    expect(await stored()).toHaveLength(1);
  });

  it("nothing of another account: its key writes and reads its own, under the same number", async () => {
    await post({ ...least, CustomerName: "Mine" });
    const stranger = await createSession(db);
    const [mine, theirs] = [key, (await makeApiKey(db, { actor: stranger, name: "Theirs" })).token];
    key = theirs;
    expect((await ask("W-1")).status).toBe(404);
    expect((await post({ ...least, CustomerName: "Theirs" })).status).toBe(201);
    key = mine;
    expect((await stored()).map(({ customerName }) => customerName)).toEqual(["Mine"]);
    expect((await stored(stranger.accountId)).map(({ customerName }) => customerName)).toEqual(["Theirs"]);
  });

  it("wrong fields, every one by its name, in the language of the request or else of the account", async () => {
    const body = { ...least, WorkDate: "soon", Naam: "?", Materials: [{ MaterialCode: "4711", MaterialQuantity: "x" }] };
    const dutch = await problemOf(await post(body));
    expect(dutch).toMatchObject({ status: 422, code: "invalid_input" });
    expect(dutch.errors?.map(({ field }) => field).sort()).toEqual(["Materials[0].MaterialQuantity", "Naam", "WorkDate"]);
    expect(dutch.errors?.find(({ field }) => field === "WorkDate")?.message).toBe("Dit moet een dag zijn, zoals 2026-11-20 of 20-11-2026.");
    const german = await post(body, { "accept-language": "de-AT,de;q=0.9" });
    expect(german.headers.get("content-language")).toBe("de");
    expect((await problemOf(german)).errors?.find(({ field }) => field === "Naam")?.message).toBe("Dieses Feld ist nicht bekannt. Prüfen Sie seine Schreibweise.");
    expect(await stored()).toEqual([]);
  });

  it("a work status the account does not have", async () => {
    const problem = await problemOf(await post({ ...least, WorkStatus: 42 }, { "accept-language": "en" }));
    expect(problem.errors).toEqual([{ field: "WorkStatus", message: "The account has no work status with the code 42." }]);
  });

  test.each<[string, string, Headers, number, string]>([
    ["no JSON", "{WorkorderNo: 1", {}, 400, "body_not_json"],
    ["an empty body", "", {}, 400, "body_not_json"],
    ["another type", "WorkorderNo=W-1", { "content-type": "application/x-www-form-urlencoded" }, 400, "body_not_json"],
    ["more than a megabyte", JSON.stringify({ ...least, WorkDescription: "x".repeat(1024 * 1024) }), {}, 413, "body_too_large"],
    ["a text too long", JSON.stringify({ ...least, CustomerName: "x".repeat(10_000) }), {}, 422, "invalid_input"],
    ["a list", "[]", {}, 422, "invalid_input"],
    ["a field of every object", '{"WorkorderNo":"W-1","__proto__":{"WorkDate":"2026-11-20"}}', {}, 422, "invalid_input"],
  ])("%s", async (_what, body, headers, status, code) => {
    const response = await post(body, headers);
    expect([response.status, (await problemOf(response)).code]).toEqual([status, code]);
    expect(await stored()).toEqual([]);
  });

  it("a change of what was exported, with the document's number; the same content again is fine", async () => {
    const account = await createExportingAccount(db);
    key = (await makeApiKey(db, { actor: { accountId: account.accountId, userId: null, name: "Marit" }, name: "App" })).token;
    const { id } = postResult.parse(await (await post(least)).json());
    await writeIntent(db, account, id, { state: "finished", documentNumber: "250001" });
    const refused = await post({ ...least, CustomerName: "Changed" }, { "accept-language": "en" });
    expect([refused.status, await problemOf(refused)]).toEqual([409, expect.objectContaining({ code: "work_order_exported", params: { vendor: "Cash", document: "250001" } })]);
    expect((await post(least)).status).toBe(200);
  });

  it("more requests than a key may make, with the time to wait; other keys go on", async () => {
    const limited = createApiRoute({ database: () => db, rateLimit: createRateLimit({ actions: 2, window: 60_000 }), now: () => new Date("2026-11-21T10:00:00Z") })(getWorkOrder);
    const askLimited = () => limited(new Request(`${address}/W-1`, { headers: { authorization: `Bearer ${key}` } }));
    expect([(await askLimited()).status, (await askLimited()).status]).toEqual([404, 404]);
    const response = await askLimited();
    expect([response.status, response.headers.get("retry-after")]).toEqual([429, "60"]);
    key = (await makeApiKey(db, { actor: owner, name: "Other" })).token;
    expect((await askLimited()).status).toBe(404);
  });
});

describe("how a work order stands", () => {
  it("says status, work status and every export, the newest first", async () => {
    const account = await createExportingAccount(db);
    key = (await makeApiKey(db, { actor: { accountId: account.accountId, userId: null, name: "Marit" }, name: "App" })).token;
    const number = "2026/12 ë";
    const { id } = postResult.parse(await (await post({ ...least, WorkorderNo: number, WorkStatus: 0 })).json());
    await writeIntent(db, account, id, { state: "dismissed", documentNumber: "250001", requestedAt: new Date("2026-11-20") });
    await writeIntent(db, account, id, { state: "uncertain", revision: 2, requestedAt: new Date("2026-11-21") });
    // Withdrawn before it was sent: there is nothing to say of it.
    await writeIntent(db, account, id, { state: "rejected", requestedAt: new Date("2026-11-19") });
    const response = await ask(number);
    expect(response.status).toBe(200);
    expect(workOrderStanding.parse(await response.json())).toEqual({
      id,
      WorkorderNo: number,
      Status: "Ready",
      WorkStatus: { Code: 0, Name: "Niet naar Cash" },
      Revision: 1,
      Exports: [
        { Vendor: "cash", State: "uncertain", Number: null, Url: null, Revision: 2 },
        { Vendor: "cash", State: "dismissed", Number: "250001", Url: null, Revision: 1 },
      ],
    });
  });

  test.each([["none"], ["%"], ["' OR 1=1 --"]])("is not known for %j", async (number) => {
    const response = await ask(number);
    expect([response.status, (await problemOf(response)).code]).toEqual([404, "work_order_not_found"]);
  });
});
