"use server";

import { z } from "zod";
import { announceCancel, announceSync } from "@/inngest/request-sync";
import { administratorAction } from "@/lib/actions/action-client";
import { noteIssues } from "@/lib/issues/settle-issues";
import { findRunScope } from "@/lib/runs/find-run-scope";
import { keepRecords } from "@/lib/runs/keep-records";
import { runAgain } from "@/lib/runs/run-again";
import { cancelRun } from "@/lib/sync/cancel-run";
import { confirmGuard } from "@/lib/sync/confirm-guard";
import { syncEngine } from "@/lib/sync/engine";

const target = z.object({ runId: z.uuid() });

/** Stops a sync at its next page; what it has written stays. */
export const cancelRunAction = administratorAction
  .metadata({ action: "sync.cancelled" })
  .inputSchema(target)
  .action(async ({ parsedInput: { runId }, ctx: { session, audit } }) => {
    const { db } = syncEngine();
    const { connectionId, vendor } = await findRunScope(db, { accountId: session.accountId, runId });
    const answer = await cancelRun(db, { accountId: session.accountId, runId });
    await audit(vendor);
    await announceCancel(runId, connectionId);
    return answer;
  });

/** Asks for the same imports again. */
export const runAgainAction = administratorAction
  .metadata({ action: "sync.requested" })
  .inputSchema(target)
  .action(async ({ parsedInput: { runId }, ctx: { session, audit } }) => {
    const next = await runAgain(syncEngine(), { accountId: session.accountId, runId, requestedBy: session.name });
    await audit(next.vendor);
    await announceSync(next.connectionId);
    return { runId: next.runId };
  });

/** Answers the guard's question with yes: the imports are read again and may deactivate. */
export const confirmGuardAction = administratorAction
  .metadata({ action: "sync.guard-confirmed" })
  .inputSchema(target)
  .action(async ({ parsedInput: { runId }, ctx: { session, audit } }) => {
    const { db } = syncEngine();
    const { connectionId, vendor } = await findRunScope(db, { accountId: session.accountId, runId });
    const next = await confirmGuard(db, { accountId: session.accountId, runId, requestedBy: session.name });
    await audit(vendor);
    await announceSync(connectionId);
    return next;
  });

/** Answers the guard's question with no: nothing is deactivated. */
export const keepRecordsAction = administratorAction
  .metadata({ action: "sync.records-kept" })
  .inputSchema(target)
  .action(async ({ parsedInput: { runId }, ctx: { session } }) => {
    const engine = syncEngine();
    const { connectionId } = await findRunScope(engine.db, { accountId: session.accountId, runId });
    await keepRecords(engine.db, { actor: session, runId });
    await noteIssues(engine, connectionId);
    return { kept: true as const };
  });
