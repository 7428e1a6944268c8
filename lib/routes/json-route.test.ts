import { redirect } from "next/navigation";
import { expect, test } from "vitest";
import { roles, type Role } from "@/lib/auth/roles";
import type { Session } from "@/lib/auth/session-of";
import { AppError, errorCodes } from "@/lib/errors";
import { createJsonRoute } from "@/lib/routes/json-route";
import { statusOf } from "@/lib/routes/problem";

const session = (role: Role): Session => ({
  userId: "1",
  accountId: "2",
  accountName: "De Vries Installatie",
  name: "Marit",
  email: "marit@test.example",
  role,
  locale: "en",
  timeZone: "Europe/Amsterdam",
});
const request = new Request("http://localhost/api/log?search=geheim");
const context = { params: Promise.resolve({ vendor: "cash" }) };
const routeFor = (who: Session | null) => createJsonRoute(async () => who);

test("a route answers what its handler returns, as JSON that nobody keeps", async () => {
  const GET = routeFor(session("viewer"))<{ vendor: string }>("viewer", async ({ session: { accountId }, params }) => ({ accountId, vendor: params.vendor }));
  const response = await GET(request, context);
  expect(await response.json()).toEqual({ accountId: "2", vendor: "cash" });
  expect([response.status, response.headers.get("cache-control")]).toEqual([200, "no-store"]);
});

test("who is signed out gets 401, whose role is too low 403, and the handler never runs", async () => {
  let runs = 0;
  const statusFor = async (who: Session | null) => {
    const GET = routeFor(who)("planner", async () => ({ runs: (runs += 1) }));
    return (await GET(request, context)).status;
  };
  expect(await statusFor(null)).toBe(401);
  expect(await Promise.all(roles.map((role) => statusFor(session(role))))).toEqual([200, 200, 403]);
  expect(runs).toBe(2);
});

test("what goes wrong is a problem document with a code, without a message, never kept", async () => {
  const GET = routeFor(session("viewer"))("viewer", () => Promise.reject(new Error("password of 10.0.0.7 is wrong")));
  const response = await GET(request, context);
  const problem = await response.text();
  expect([response.status, response.headers.get("content-type"), response.headers.get("cache-control")]).toEqual([500, "application/problem+json", "no-store"]);
  expect(JSON.parse(problem)).toEqual({ type: "about:blank", status: 500, code: "unexpected", kind: "system", params: {}, reference: expect.stringMatching(/^\w{4}-\w{4}$/) });
});

test("a problem that passes says when to come back", async () => {
  const error = new AppError("too_many_requests", { kind: "transient", retryAfterMs: 1_500 });
  const response = await routeFor(session("viewer"))("viewer", () => Promise.reject(error))(request, context);
  expect([response.status, response.headers.get("retry-after")]).toEqual([429, "2"]);
});

test("a handler may answer with a response of its own, and redirects stay redirects", async () => {
  const download = routeFor(session("viewer"))("viewer", async () => new Response("a;b", { headers: { "content-type": "text/csv" } }));
  expect((await download(request, context)).headers.get("content-type")).toBe("text/csv");
  const leads = routeFor(session("viewer"))("viewer", () => redirect("/relations"));
  await expect(leads(request, context)).rejects.toThrow("NEXT_REDIRECT");
});

test("every error code has a status of its kind", () => {
  for (const code of errorCodes) expect(statusOf(code), code).toBeGreaterThanOrEqual(400);
});
