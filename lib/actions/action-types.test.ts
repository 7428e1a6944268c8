import { expectTypeOf, test } from "vitest";
import { createActions } from "@/lib/actions/create-actions";
import type { Session } from "@/lib/auth/session-of";

type Clients = ReturnType<typeof createActions>;
type Metadata = Parameters<Clients["viewerAction"]["metadata"]>[0];
/** What `this` must be for `.action` to be called: never, until the action has a name. */
type Unnamed = ThisParameterType<Clients["viewerAction"]["action"]>;

test("there is no way to an action but through a role", () => {
  expectTypeOf<keyof Clients>().toEqualTypeOf<"viewerAction" | "plannerAction" | "administratorAction">();
});

test("an action has a name before it can do anything", () => {
  expectTypeOf<Metadata>().toEqualTypeOf<{ action: string }>();
  expectTypeOf<Unnamed>().toBeNever();
});

test("inside an action the session is there, never null", () => {
  const _define = (clients: Clients) => clients.viewerAction.metadata({ action: "a.b" }).action(async ({ ctx }) => ctx.session);
  expectTypeOf<Awaited<ReturnType<ReturnType<typeof _define>>>["data"]>().toEqualTypeOf<Session | undefined>();
});
