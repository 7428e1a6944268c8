"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { announceExport } from "@/inngest/request-export";
import { announceCancel, announceSync } from "@/inngest/request-sync";
import { announceDelivery, announceWebhook } from "@/inngest/request-webhook";
import { administratorAction } from "@/lib/actions/action-client";
import { connect } from "@/lib/connections/connect";
import { disconnect } from "@/lib/connections/disconnect";
import { pause, resume } from "@/lib/connections/pause";
import { getConnection } from "@/lib/connections/read-connection";
import { askBeforeSaving, saveSettings } from "@/lib/connections/save-settings";
import { importKinds } from "@/lib/connectors/record-kinds";
import { AppError } from "@/lib/errors";
import { exportEngine } from "@/lib/export/engine";
import { requestExport } from "@/lib/export/request-export";
import { noteIssuesOf } from "@/lib/issues/settle-issues";
import { requestRun } from "@/lib/sync/request-run";
import { syncEngine } from "@/lib/sync/engine";
import { registerAgain } from "@/lib/webhooks/register-again";

const target = z.object({ vendor: z.string().max(50) });
/** Fields are checked by the vendor's schema; this only keeps the size of what is looked at within reason. */
const login = z.record(z.string().max(100), z.string().max(100_000));
const switches = z.partialRecord(z.enum(importKinds), z.boolean());

const options = z.record(z.string().max(50), z.union([z.string().max(1_000), z.number(), z.boolean(), z.null()]));
const settingsInput = target.extend({
  login: login.nullable(),
  settingsVersion: z.number().int(),
  administration: z.string().max(100).nullable(),
  imports: switches,
  exports: options,
  confirmedExports: z.number().int().min(0).nullable(),
});

const refresh = () => revalidatePath("/settings/integrations", "layout");

/** What was changed about a connection may end what was wrong with it, or begin it. */
async function settle({ accountId }: { accountId: string }, vendor: string): Promise<void> {
  await noteIssuesOf(syncEngine(), { accountId, vendor });
  refresh();
}

/** A login was accepted: the vendor is asked to report changes, where it does. */
async function announceWebhookOf(accountId: string, vendor: string): Promise<void> {
  const connection = await getConnection(syncEngine().db, accountId, vendor);
  if (connection) await announceWebhook(connection.id);
}

/** Tries a login at the vendor and stores it when it is accepted. */
export const submitLoginAction = administratorAction
  .metadata({ action: "connection.connected" })
  .inputSchema(target.extend({ login }))
  .action(async ({ parsedInput, ctx: { session } }) => {
    const answer = await connect(syncEngine(), { actor: session, ...parsedInput });
    if (answer.outcome === "connected") {
      await announceWebhookOf(session.accountId, parsedInput.vendor);
      await settle(session, parsedInput.vendor);
    }
    return answer;
  });

/** Stores a changed login and the settings together; a login that is not accepted keeps the settings from being stored. */
export const saveSettingsAction = administratorAction
  .metadata({ action: "connection.settings-saved" })
  .inputSchema(settingsInput)
  .action(async ({ parsedInput: { login: newLogin, imports, exports, ...rest }, ctx: { session } }) => {
    const engine = syncEngine();
    const request = { actor: session, ...rest, settings: { imports, exports } };
    if (newLogin) {
      const question = await askBeforeSaving(engine, request);
      if (question) return question;
      const answer = await connect(engine, { actor: session, vendor: rest.vendor, login: newLogin });
      if (answer.outcome !== "connected") return answer;
      await announceWebhookOf(session.accountId, rest.vendor);
    }
    const saved = await saveSettings(engine, request);
    if (saved.outcome === "asks") return saved;
    await Promise.all(saved.cancelledRunIds.map((runId) => announceCancel(runId, saved.connectionId)));
    if (saved.requestedRunId) await announceSync(saved.connectionId);
    if (saved.releasesExports) await announceExport(saved.connectionId);
    await settle(session, rest.vendor);
    return { outcome: "saved" as const, changes: saved.changes, hasNewLogin: newLogin !== null, isSyncing: saved.requestedRunId !== null };
  });

/** Removes the credentials; everything else stays. */
export const disconnectAction = administratorAction
  .metadata({ action: "connection.disconnected" })
  .inputSchema(target)
  .action(async ({ parsedInput, ctx: { session } }) => {
    const { connectionId, cancelledRunIds } = await disconnect(syncEngine(), { actor: session, ...parsedInput });
    await Promise.all(cancelledRunIds.map((runId) => announceCancel(runId, connectionId)));
    await announceWebhook(connectionId);
    await settle(session, parsedInput.vendor);
    return { done: true as const };
  });

/** Has the vendor told once more where it is to report changes. */
export const registerWebhookAction = administratorAction
  .metadata({ action: "webhook.requested" })
  .inputSchema(target)
  .action(async ({ parsedInput: { vendor }, ctx: { session, audit } }) => {
    const { connectionId } = await registerAgain(syncEngine(), { accountId: session.accountId, vendor });
    await audit(vendor);
    await announceWebhook(connectionId);
    refresh();
    return { done: true as const };
  });

export const pauseAction = administratorAction
  .metadata({ action: "connection.paused" })
  .inputSchema(target)
  .action(async ({ parsedInput, ctx: { session } }) => {
    await pause(syncEngine(), { actor: session, ...parsedInput });
    await settle(session, parsedInput.vendor);
    return { done: true as const };
  });

export const resumeAction = administratorAction
  .metadata({ action: "connection.resumed" })
  .inputSchema(target)
  .action(async ({ parsedInput, ctx: { session } }) => {
    await resume(syncEngine(), { actor: session, ...parsedInput });
    const connection = await getConnection(syncEngine().db, session.accountId, parsedInput.vendor);
    // What was told of meanwhile has waited.
    if (connection) await announceDelivery(connection.id);
    await settle(session, parsedInput.vendor);
    return { done: true as const };
  });

/** A manual sync: of these imports, or of all that are switched on. */
export const syncAction = administratorAction
  .metadata({ action: "sync.requested" })
  .inputSchema(target.extend({ kinds: z.array(z.enum(importKinds)).min(1).nullable() }))
  .action(async ({ parsedInput: { vendor, kinds }, ctx: { session, audit } }) => {
    const { db } = syncEngine();
    const connection = await getConnection(db, session.accountId, vendor);
    if (!connection) throw new AppError("not_connected", { kind: "config", params: { vendor } });
    const scope = { accountId: session.accountId, connectionId: connection.id };
    const { runId } = await requestRun(db, { ...scope, trigger: "manual", ...(kinds ? { kinds } : {}), requestedBy: session.name });
    await audit(vendor, kinds ? { imports: kinds.join(", ") } : {});
    await announceSync(connection.id);
    return { runId };
  });

/** Everything that is due goes out now, also what waited for its turn. */
export const exportAllAction = administratorAction
  .metadata({ action: "export.requested" })
  .inputSchema(target)
  .action(async ({ parsedInput: { vendor }, ctx: { session, audit } }) => {
    const engine = exportEngine();
    const connection = await getConnection(engine.db, session.accountId, vendor);
    if (!connection) throw new AppError("not_connected", { kind: "config", params: { vendor } });
    const scope = { accountId: session.accountId, connectionId: connection.id };
    const answers = await requestExport(engine, { ...scope, workOrderIds: "all", actor: session.name, kind: "now" });
    const { length: requested } = answers.filter(({ outcome }) => outcome !== "refused");
    await audit(vendor, { workOrders: requested });
    await announceExport(connection.id);
    refresh();
    return { requested };
  });
