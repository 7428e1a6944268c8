import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { createSession, openTestDatabase } from "@/e2e/support/people";
import { createActions } from "@/lib/actions/create-actions";
import { createRateLimit } from "@/lib/actions/rate-limit";
import { roles, type Role } from "@/lib/auth/roles";
import type { Session } from "@/lib/auth/session-of";
import type { Database } from "@/lib/db";
import { AppError } from "@/lib/errors";

let db: Database;
let session: Session;
beforeAll(async () => {
  db = await openTestDatabase();
  session = await createSession(db);
});
afterAll(() => db.close());

const clientsFor = (who: Session | null, actions = 100) =>
  createActions({ readSession: async () => who, database: () => db, rateLimit: createRateLimit({ actions, window: 60_000 }) });
const withRole = (role: Role): Session => ({ ...session, role });
const metadata = { action: "test.done" };

test("each kind of action lets in those whose role reaches it, and nobody else", async () => {
  const answers = [];
  for (const role of roles) {
    const clients = clientsFor(withRole(role));
    for (const client of [clients.administratorAction, clients.plannerAction, clients.viewerAction]) {
      const action = client.metadata(metadata).action(async ({ ctx }) => ctx.session.role);
      const { data, serverError } = await action();
      answers.push(data ?? serverError?.code);
    }
  }
  expect(answers).toEqual([
    ...["administrator", "administrator", "administrator"],
    ...["forbidden", "planner", "planner"],
    ...["forbidden", "forbidden", "viewer"],
  ]);
});

test("nobody is let in without a session, and the input is not even looked at", async () => {
  let looked = false;
  const schema = z.string().refine(() => (looked = true));
  const { viewerAction } = clientsFor(null);
  const action = viewerAction.metadata(metadata).inputSchema(schema).action(async () => "done");
  expect(await action("anything")).toEqual({ serverError: { code: "signed_out", kind: "config", params: {} } });
  expect(looked).toBe(false);
});

test("input that does not fit never reaches the action", async () => {
  const schema = z.object({ vendor: z.string().max(10) });
  const { viewerAction } = clientsFor(session);
  const action = viewerAction.metadata(metadata).inputSchema(schema).action(async () => "done");
  const result = await action({ vendor: "x".repeat(11) });
  expect(result.data).toBeUndefined();
  expect(result.validationErrors?.vendor?._errors).toHaveLength(1);
});

test("what goes wrong inside reaches the browser as a code, never as a message", async () => {
  const { viewerAction } = clientsFor(session);
  const thrower = (thrown: Error) => viewerAction.metadata(metadata).action(async () => Promise.reject(thrown))();
  const known = await thrower(new AppError("no_licence", { kind: "config", params: { vendor: "Cash" } }));
  expect(known.serverError).toEqual({ code: "no_licence", kind: "config", params: { vendor: "Cash" } });
  const unknown = await thrower(new Error("relation app_user does not exist"));
  expect(unknown.serverError?.reference).toMatch(/^\w{4}-\w{4}$/);
  expect(JSON.stringify(unknown)).not.toContain("app_user");
});

test("audit writes who did what under the action's own name", async () => {
  const { viewerAction } = clientsFor(session);
  const action = viewerAction.metadata({ action: "material.edited" }).action(async ({ ctx }) => ctx.audit("4711", { price: { before: "1.00", after: "2.00" } }));
  await action();
  const trail = await db.prisma.auditEvent.findMany({ where: { accountId: session.accountId } });
  expect(trail).toMatchObject([
    { userId: session.userId, userName: session.name, action: "material.edited", subject: "4711", detail: { price: { before: "1.00", after: "2.00" } } },
  ]);
});

test("a person who sends too much is slowed down, over all actions together", async () => {
  const clients = clientsFor(session, 2);
  const act = () => clients.viewerAction.metadata(metadata).action(async () => "done")();
  const other = () => clients.plannerAction.metadata(metadata).action(async () => "done")();
  expect([(await act()).data, (await other()).data]).toEqual(["done", "done"]);
  expect((await act()).serverError).toMatchObject({ code: "too_many_requests", kind: "transient", retryAfterMs: expect.any(Number) });
});

test("an action without a name cannot be made, nor one whose name is no act", async () => {
  const { viewerAction } = clientsFor(session);
  const asUntyped: { action: (work: () => Promise<string>) => () => Promise<unknown> } = Object.assign(viewerAction);
  await expect(asUntyped.action(async () => "done")()).rejects.toThrow();
  const misnamed = viewerAction.metadata({ action: "Saved!" }).action(async () => "done");
  expect((await misnamed()).serverError?.code).toBe("unexpected");
});
