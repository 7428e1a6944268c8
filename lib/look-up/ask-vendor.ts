import { requestsPerMinute } from "@/lib/budget/requests-per-minute";
import type { Exchange, VendorContext } from "@/lib/connectors/connector";
import { AppError } from "@/lib/errors";
import type { Askable } from "@/lib/look-up/askable-connection";
import type { SyncEngine } from "@/lib/sync/engine";
import { openVendorContext } from "@/lib/vendor/open-context";

/** So long somebody waits for an answer, in milliseconds: for a place in the budget, and for the vendor. */
const PATIENCE = 45_000;

/**
 * Asks while a person waits. Goes before imports in the budget, as what a webhook tells of does.
 * @throws AppError vendor_slow when it takes too long, and as every request does
 */
export async function askVendor<Answer>(
  { db, timing, keyRing }: SyncEngine,
  { connection, connector, exchanges }: Askable & { exchanges: Exchange[] },
  ask: (context: VendorContext) => Promise<Answer>,
): Promise<Answer> {
  const signal = AbortSignal.timeout(PATIENCE);
  const context = openVendorContext(db, timing, connection, {
    signal,
    keyRing,
    requestsPerMinute: requestsPerMinute(connector.manifest, connection.login),
    purpose: "webhook",
    recordExchange: (exchange) => exchanges.push(exchange),
  });
  try {
    return await ask(context);
  } catch (error) {
    throw signal.aborted ? new AppError("vendor_slow", { kind: "transient", params: { vendor: connector.manifest.name }, cause: error }) : error;
  }
}
