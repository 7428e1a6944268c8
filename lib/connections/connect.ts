import { checkLogin, type FieldProblems } from "@/lib/connections/check-login";
import { connectionIdOf } from "@/lib/connections/connection-id";
import { ensureWorkStatuses } from "@/lib/connections/ensure-work-statuses";
import { exchangeDetail } from "@/lib/connections/exchange-detail";
import { getConnection, type Connection } from "@/lib/connections/read-connection";
import { readLogin } from "@/lib/connections/read-login";
import { recordEvent } from "@/lib/connections/record-event";
import { requireConnector, requireLicence } from "@/lib/connections/require-connector";
import { sealLogin } from "@/lib/connections/seal-login";
import { tryLogin, type LoginAttempt } from "@/lib/connections/try-login";
import type { Administration, Connector, Login } from "@/lib/connectors/connector";
import type { ErrorCode, ErrorParams } from "@/lib/errors";
import { Prisma } from "@/lib/generated/prisma/client";
import { secretFieldNames } from "@/lib/forms/form-fields";
import type { SyncEngine } from "@/lib/sync/engine";
import { nextSlot } from "@/lib/sync/schedule";
import type { Actor } from "@/lib/users/actor";
import { wantWebhook } from "@/lib/webhooks/want-webhook";

/**
 * What came of it. `incomplete`: fields are missing or wrong, the vendor was not asked. `refused`: the vendor did not
 * accept it, for this reason. In both cases nothing that is stored has changed.
 */
export type ConnectOutcome =
  | { outcome: "connected"; isNew: boolean; administration: string | null }
  | { outcome: "incomplete"; problems: FieldProblems }
  | { outcome: "refused"; code: ErrorCode; params: ErrorParams };

export type ConnectRequest = { actor: Actor; vendor: string; login: Record<string, string> };

/**
 * Connects an account with a vendor, or gives a connection new credentials: tries the login at the vendor, and only when
 * it is accepted stores it, encrypted. A secret field left empty keeps what is stored. What was there before stays:
 * settings, administration (when the login still gives access to it), and where the last sync stopped.
 * @throws AppError record_not_found, no_licence; errors of kind `system` of the vendor's connector
 */
export async function connect(engine: SyncEngine, { actor, vendor, login: entered }: ConnectRequest): Promise<ConnectOutcome> {
  const connector = requireConnector(engine.findConnector, vendor);
  await requireLicence(engine.db, actor.accountId, connector, engine.timing.now());

  const existing = await getConnection(engine.db, actor.accountId, vendor, engine.findConnector);
  const connectionId = existing?.id ?? connectionIdOf(actor.accountId, vendor);
  const stored = await readLogin(engine.db, engine.keyRing, { accountId: actor.accountId, connectionId });
  const secrets = secretFieldNames(connector.loginSchema).flatMap((field) => (stored?.[field] ? [[field, stored[field]] as const] : []));
  const checked = checkLogin(connector.loginSchema, entered, secrets.map(([field]) => field));
  if (!checked.ok) return { outcome: "incomplete", problems: checked.problems };

  const login = { ...Object.fromEntries(secrets), ...checked.login };
  const attempt = await tryLogin(engine, connector, { connectionId, login, administration: existing?.administration ?? null });
  const isOtherLogin = secrets.some(([field, former]) => login[field] !== former);
  const scene: Scene = { engine, connector, actor, connectionId, existing, isOtherLogin };
  return attempt.accepted ? storeLogin(scene, login, attempt) : noteRefusal(scene, attempt);
}

/** `isOtherLogin`: it takes the place of another one. */
type Scene = { engine: SyncEngine; connector: Connector; actor: Actor; connectionId: string; existing: Connection | null; isOtherLogin: boolean };
type Accepted = Extract<LoginAttempt, { accepted: true }>;
type Refused = Extract<LoginAttempt, { accepted: false }>;

async function storeLogin({ engine, connector, actor, connectionId, existing, isOtherLogin }: Scene, login: Login, { identity, exchanges }: Accepted): Promise<ConnectOutcome> {
  const { manifest, settingsSchema } = connector;
  const { accountId } = actor;
  const now = engine.timing.now();
  const administration = chooseAdministration(connector, identity.administrations, existing);
  const sealed = sealLogin(connector, login, { accountId, connectionId, keyRing: engine.keyRing });
  const isOffered = administration === null || identity.administrations.some(({ code }) => code === administration);
  const state = {
    state: isOffered ? ("connected" as const) : ("action_required" as const),
    stateReason: isOffered ? null : ("administration_missing" satisfies ErrorCode),
    ...sealed,
    credentialsSetAt: now,
    credentialsSetBy: actor.name,
    person: identity.person ?? Prisma.DbNull,
    administrations: identity.administrations,
    administration,
    // Whoever has just repaired a connection need not wait a quarter of an hour to see it work.
    nextSyncAt: existing ? now : nextSlot(connectionId, now, engine.timing.syncIntervalMinutes),
    nextExportAt: existing?.settings.exports?.["isOn"] === true ? now : null,
    dueSince: null,
  };
  await engine.db.prisma.$transaction(async (tx) => {
    const former = isOtherLogin ? await tx.connection.findUnique({ where: { id: connectionId, accountId }, select: { login: true, secrets: true } }) : null;
    await tx.connection.upsert({
      where: { accountId_vendor: { accountId, vendor: manifest.id } },
      create: { id: connectionId, accountId, vendor: manifest.id, settings: settingsSchema.parse({}), ...state },
      update: state,
    });
    await ensureWorkStatuses(tx, manifest, accountId);
    await wantWebhook(tx, { accountId, connectionId, connector, now, former });
    const subject = { actor, connectionId, vendor: manifest.id, vendorName: manifest.name, detail: { exchanges: exchangeDetail(exchanges) } };
    const changes = Object.fromEntries(Object.entries(sealed.login).map(([field, after]) => [field, { before: existing?.login[field] ?? null, after }]));
    await recordEvent(tx, { ...subject, event: existing ? "connection.reconnected" : "connection.connected", level: "success", changes });
  });
  return { outcome: "connected", isNew: existing === null, administration };
}

/**
 * The former one, else the only one there is, else none: then a person chooses. A former one stays even when this login
 * no longer offers it, because to take another is a switch, with effects that a person has to confirm.
 */
function chooseAdministration({ manifest }: Connector, offered: readonly Administration[], existing: Connection | null): string | null {
  if (!manifest.hasAdministrations) return null;
  if (existing?.administration) return existing.administration;
  const [only, ...others] = offered;
  return only && others.length === 0 ? only.code : null;
}

async function noteRefusal({ engine, connector, actor, connectionId }: Scene, { error, exchanges }: Refused): Promise<ConnectOutcome> {
  const { manifest } = connector;
  const { code, params } = error;
  await engine.db.prisma.$transaction((tx) =>
    recordEvent(tx, {
      actor,
      connectionId,
      vendor: manifest.id,
      vendorName: manifest.name,
      event: "connection.refused",
      level: "error",
      changes: { reason: code },
      detail: { error: { code, params }, exchanges: exchangeDetail(exchanges) },
    }),
  );
  // An error of our own gets a reference number where it is shown.
  if (error.kind === "system") throw error;
  return { outcome: "refused", code, params };
}
