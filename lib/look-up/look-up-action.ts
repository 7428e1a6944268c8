import { z } from "zod";
import { plannerAction } from "@/lib/actions/action-client";
import type { ImportKind } from "@/lib/connectors/record-kinds";
import { noteIssuesOf } from "@/lib/issues/settle-issues";
import { lookUpRecord } from "@/lib/look-up/look-up-record";
import { syncEngine } from "@/lib/sync/engine";

const input = z.object({ id: z.uuid(), vendor: z.string().max(50) });

/** The action behind "Look up now" of one kind. */
export function createLookUpAction(kind: ImportKind) {
  return plannerAction
    .metadata({ action: "record.looked-up" })
    .inputSchema(input)
    .action(async ({ parsedInput: { id, vendor }, ctx: { session } }) => {
      const { accountId, name: askedBy } = session;
      try {
        return await lookUpRecord(syncEngine(), { accountId, kind, id, vendor, askedBy });
      } catch (error) {
        // What was found out about the connection may be an issue now.
        await noteIssuesOf(syncEngine(), { accountId, vendor });
        throw error;
      }
    });
}
