import { z } from "zod";
import { plannerAction } from "@/lib/actions/action-client";
import type { ImportKind } from "@/lib/connectors/record-kinds";
import { noteIssuesOf } from "@/lib/issues/settle-issues";
import { lookUpDocument } from "@/lib/look-up/look-up-document";
import { lookUpRecord } from "@/lib/look-up/look-up-record";
import { syncEngine } from "@/lib/sync/engine";

const input = z.object({ id: z.uuid(), vendor: z.string().max(50) });

/** The action behind "Look up now" of one kind. */
export function createLookUpAction(kind: ImportKind) {
  return plannerAction
    .metadata({ action: "record.looked-up" })
    .inputSchema(input)
    .action(({ parsedInput: { id, vendor }, ctx: { session } }) => notingIssues({ accountId: session.accountId, vendor }, (who) => lookUpRecord(syncEngine(), { ...who, kind, id, askedBy: session.name })));
}

/** The same of the document of a work order, which is told by its own id. */
export function createDocumentLookUpAction() {
  return plannerAction
    .metadata({ action: "export.looked-up" })
    .inputSchema(input)
    .action(({ parsedInput: { id, vendor }, ctx: { session } }) => notingIssues({ accountId: session.accountId, vendor }, (who) => lookUpDocument(syncEngine(), { ...who, workOrderId: id, askedBy: session.name })));
}

type Who = { accountId: string; vendor: string };

/** What was found out about the connection may be an issue now. */
async function notingIssues<Answer>(who: Who, lookUp: (who: Who) => Promise<Answer>): Promise<Answer> {
  try {
    return await lookUp(who);
  } catch (error) {
    await noteIssuesOf(syncEngine(), who);
    throw error;
  }
}
