import { database } from "@/lib/db";
import { logger } from "@/lib/logger";

export const dynamic = "force-dynamic";

/** For load balancers and containers: 200 when the database answers, 503 otherwise; why stands in the process log. */
export async function GET(): Promise<Response> {
  try {
    await database().pool.query("select 1");
    return Response.json({ ok: true }, { headers: { "Cache-Control": "no-store" } });
  } catch (error) {
    logger.error({ err: error }, "the database does not answer");
    return Response.json({ ok: false }, { status: 503, headers: { "Cache-Control": "no-store" } });
  }
}
