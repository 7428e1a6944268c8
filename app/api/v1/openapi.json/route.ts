import { describeApi } from "@/lib/api/openapi";
import { env } from "@/lib/env";

export const dynamic = "force-dynamic";

/** The description of the API, for tools that make a client from it. It holds nothing of any account, so everybody may read it. */
export function GET(): Response {
  return Response.json(describeApi(env().APP_URL), { headers: { "cache-control": "no-store" } });
}
