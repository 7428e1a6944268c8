import { unstable_rethrow } from "next/navigation";
import { problemResponse } from "@/lib/routes/problem";
import type { Role } from "@/lib/auth/roles";
import { admit, readSession } from "@/lib/auth/session";
import type { Session } from "@/lib/auth/session-of";

export type RouteParams = Record<string, string | string[] | undefined>;

type Handler<Params extends RouteParams, Data> = (call: { session: Session; request: Request; params: Params }) => Promise<Data>;

type Route<Params extends RouteParams> = (request: Request, context: { params: Promise<Params> }) => Promise<Response>;

/** As {@link jsonRoute}, with the way to find out who asks. */
export function createJsonRoute(readWho: () => Promise<Session | null>) {
  return function jsonRoute<Params extends RouteParams = Record<never, never>, Data = unknown>(minimum: Role, handler: Handler<Params, Data>): Route<Params> {
    return async (request, context) => {
      const operation = `${request.method} ${new URL(request.url).pathname}`;
      try {
        const session = admit(await readWho(), minimum);
        const data = await handler({ session, request, params: await context.params });
        return data instanceof Response ? data : Response.json(data, { headers: { "cache-control": "no-store" } });
      } catch (thrown) {
        unstable_rethrow(thrown);
        return problemResponse(thrown, operation);
      }
    };
  };
}

/**
 * A GET route that TanStack Query reads: checks session and role, answers what the handler returns as JSON (or the Response
 * it returns, for a download), and what it throws as a problem document. Nothing of it is ever cached.
 */
export const jsonRoute = createJsonRoute(readSession);
