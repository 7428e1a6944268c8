import { z } from "zod";
import { takeBudget, type BudgetPurpose } from "@/lib/budget/take-budget";
import type { Exchange, Login, VendorContext } from "@/lib/connectors/connector";
import { findConnector } from "@/lib/connectors/registry";
import type { KeyRing } from "@/lib/crypto/key-ring";
import { unseal } from "@/lib/crypto/seal";
import type { Database } from "@/lib/db";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import type { Timing } from "@/lib/timing";

/** A connection as it is stored: `secrets` are ciphertexts by field. */
export type StoredConnection = { id: string; accountId: string; vendor: string; login: unknown; secrets: unknown; administration: string | null };

const textFields = z.record(z.string(), z.string());

type ContextOptions = {
  signal: AbortSignal;
  recordExchange: (exchange: Exchange) => void;
  /** Default: the installation's. */
  keyRing?: KeyRing;
  /** Default: what the vendor's manifest says. */
  requestsPerMinute?: number;
  /** What the conversation is for: exports go before imports. Default: import. */
  purpose?: BudgetPurpose;
  /** Whether an import leaves a slot of the budget between its requests, for the exports that may come meanwhile. Default: no. */
  isPaced?: boolean;
};

/**
 * What a connector needs to talk to its vendor on behalf of a connection: the login with its secrets opened, and the
 * connection's rate budget, which everything that talks to it shares.
 * @throws AppError not_connected when the secrets are gone or cannot be opened
 */
export function openVendorContext(db: Database, timing: Timing, connection: StoredConnection, options: ContextOptions): VendorContext {
  const login = openLogin(connection, options.keyRing ?? env().CREDENTIALS_KEYS);
  return vendorContext(db, timing, { ...options, connection, login });
}

/** The same for a login that is not stored yet: it is being tried. */
export function vendorContext(
  db: Database,
  timing: Timing,
  { connection, login, signal, recordExchange, requestsPerMinute, purpose, isPaced }: ContextOptions & { connection: Pick<StoredConnection, "id" | "vendor" | "administration">; login: Login },
): VendorContext {
  const perMinute = requestsPerMinute ?? findConnector(connection.vendor)?.manifest.requestsPerMinute(login) ?? 1;
  return {
    login,
    administration: connection.administration,
    timing,
    signal,
    takeBudget: () => takeBudget(db, timing, { connectionId: connection.id, perMinute, purpose, isPaced, signal }),
    recordExchange,
  };
}

function openLogin({ id, accountId, login, secrets }: StoredConnection, keyRing: KeyRing): Login {
  try {
    const sealed = Object.entries(textFields.parse(secrets));
    if (sealed.length === 0) throw new Error("The connection holds no secrets");
    const opened = sealed.map(([field, text]) => [field, unseal(text, { accountId, connectionId: id, field }, keyRing)] as const);
    return { ...textFields.parse(login), ...Object.fromEntries(opened) };
  } catch (error) {
    throw new AppError("not_connected", { kind: "config", cause: error });
  }
}
