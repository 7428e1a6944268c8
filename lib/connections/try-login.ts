import { requestsPerMinute } from "@/lib/budget/requests-per-minute";
import type { Connector, Exchange, Identity, Login } from "@/lib/connectors/connector";
import { AppError, toAppError } from "@/lib/errors";
import type { SyncEngine } from "@/lib/sync/engine";
import { vendorContext } from "@/lib/vendor/open-context";

/** What came of a try, with the requests it took (secrets masked) for the log. */
export type LoginAttempt = { exchanges: Exchange[] } & ({ accepted: true; identity: Identity } | { accepted: false; error: AppError });

/**
 * Tries a login at the vendor. Stores nothing. The requests count against the budget of the connection, so that trying
 * cannot starve a running sync of more than its share.
 */
export async function tryLogin(
  { db, timing }: Pick<SyncEngine, "db" | "timing">,
  connector: Connector,
  { connectionId, login, administration }: { connectionId: string; login: Login; administration: string | null },
): Promise<LoginAttempt> {
  const exchanges: Exchange[] = [];
  const { id: vendor, name } = connector.manifest;
  const context = vendorContext(db, timing, {
    connection: { id: connectionId, vendor, administration },
    login,
    requestsPerMinute: requestsPerMinute(connector.manifest, login),
    signal: new AbortController().signal,
    recordExchange: (exchange) => exchanges.push(exchange),
  });
  try {
    const identity = await connector.verify(context);
    return { accepted: true, identity, exchanges };
  } catch (thrown) {
    const { code, kind, params, detail, cause, retryAfterMs } = toAppError(thrown);
    return { accepted: false, exchanges, error: new AppError(code, { kind, params: { vendor: name, ...params }, detail, cause, retryAfterMs }) };
  }
}
