import { assertNever } from "@/lib/assert";
import type { Database } from "@/lib/db";
import { storedError, type RunError } from "@/lib/runs/stored-outcome";

/**
 * How a connection's vendor tells of changes, for its page. Moments are ISO texts (UTC).
 * - `none`: the vendor does not, or there is no connection
 * - `impossible`: it cannot call this application; changes come with the syncs
 * - `registering`: being set up; `problem`: why that has not worked yet
 * - `registered`: it works; `failing`: it is there, and the vendor's last delivery did not arrive
 * - `removing`: the connection was cut, and the vendor has not answered yet
 */
export type WebhookStanding =
  | { state: "none" }
  | { state: "impossible" }
  | { state: "registering"; problem: RunError | null }
  | { state: "registered"; lastDeliveryAt: string | null; checkedAt: string | null }
  | { state: "failing"; problem: RunError; lastDeliveryAt: string | null; checkedAt: string | null }
  | { state: "removing" };

export async function webhookStanding({ prisma }: Database, { accountId, connectionId }: { accountId: string; connectionId: string }): Promise<WebhookStanding> {
  const registration = await prisma.webhookRegistration.findUnique({
    where: { connectionId, accountId },
    select: { state: true, problem: true, lastDeliveryAt: true, checkedAt: true },
  });
  if (!registration) return { state: "none" };
  const problem = storedError(registration.problem);
  const moments = { lastDeliveryAt: registration.lastDeliveryAt?.toISOString() ?? null, checkedAt: registration.checkedAt?.toISOString() ?? null };
  switch (registration.state) {
    case "wanted":
      return { state: "registering", problem };
    case "registered":
      return problem ? { state: "failing", problem, ...moments } : { state: "registered", ...moments };
    case "impossible":
      return { state: "impossible" };
    case "removing":
      return { state: "removing" };
    case "removed":
      return { state: "none" };
    default:
      return assertNever(registration.state);
  }
}
