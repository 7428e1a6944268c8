"use server";

import { z } from "zod";
import { announceExport } from "@/inngest/request-export";
import { plannerAction } from "@/lib/actions/action-client";
import { dismissExports } from "@/lib/export/dismiss-exports";
import { exportEngine } from "@/lib/export/engine";
import { exportActs, foretellExports } from "@/lib/export/foretell-exports";
import { finishAgain } from "@/lib/export/finish-again";
import { linkToExisting } from "@/lib/export/link-to-existing";
import { exportRequestKinds, requestExport } from "@/lib/export/request-export";
import { sendAgain } from "@/lib/export/send-again";
import { createDocumentLookUpAction } from "@/lib/look-up/look-up-action";

const many = z.object({ connectionId: z.uuid(), ids: z.array(z.uuid()).min(1).max(500) });
const one = z.object({ connectionId: z.uuid(), id: z.uuid() });

/** Asks for the export of one or many: now, again after a refusal, as a revision beside a document that is there, or anew in the place of one that is gone. */
export const requestExports = plannerAction
  .metadata({ action: "export.requested" })
  .inputSchema(many.extend({ kind: z.enum(exportRequestKinds) }))
  .action(async ({ parsedInput: { connectionId, ids, kind }, ctx: { session } }) => {
    const results = await requestExport(exportEngine(), { accountId: session.accountId, connectionId, workOrderIds: ids, actor: session.name, kind });
    await announceExport(connectionId);
    return results;
  });

/** Keeps one or many out of the vendor. */
export const dismiss = plannerAction
  .metadata({ action: "export.dismissed" })
  .inputSchema(many)
  .action(({ parsedInput: { connectionId, ids }, ctx: { session } }) => dismissExports(exportEngine(), { accountId: session.accountId, connectionId, workOrderIds: ids, actor: session.name }));

/** Says beforehand what asking again for many, or keeping them out, would do with each. */
export const foretell = plannerAction
  .metadata({ action: "export.foretold" })
  .inputSchema(many.extend({ act: z.enum(exportActs) }))
  .action(({ parsedInput: { connectionId, ids, act }, ctx: { session } }) => foretellExports(exportEngine(), { accountId: session.accountId, connectionId, workOrderIds: ids, actor: session.name, act }));

/** Takes a document at the vendor for the work order. */
export const link = plannerAction
  .metadata({ action: "export.linked" })
  .inputSchema(one.extend({ documentId: z.string().min(1).max(200) }))
  .action(async ({ parsedInput: { connectionId, id, documentId }, ctx: { session } }) => {
    const results = await linkToExisting(exportEngine(), { accountId: session.accountId, connectionId, workOrderId: id, documentId, actor: session.name });
    await announceExport(connectionId);
    return results;
  });

/** Sends once more what somebody has looked for and not found at the vendor. */
export const sendOnceMore = plannerAction
  .metadata({ action: "export.sent-again" })
  .inputSchema(one)
  .action(async ({ parsedInput: { connectionId, id }, ctx: { session } }) => {
    const results = await sendAgain(exportEngine(), { accountId: session.accountId, connectionId, workOrderId: id, actor: session.name });
    await announceExport(connectionId);
    return results;
  });

/** Has the vendor finish a draft once more that it refused to finish. */
export const finishOnceMore = plannerAction
  .metadata({ action: "export.finish-asked" })
  .inputSchema(one)
  .action(async ({ parsedInput: { connectionId, id }, ctx: { session } }) => {
    const results = await finishAgain(exportEngine(), { accountId: session.accountId, connectionId, workOrderId: id, actor: session.name });
    await announceExport(connectionId);
    return results;
  });

/** Asks the vendor how the document of one stands there now. */
export const lookUpDocument = createDocumentLookUpAction();
