import { z } from "zod";
import { plannerAction } from "@/lib/actions/action-client";
import { editRecord } from "@/lib/catalogue/edit-record";
import type { ImportKind } from "@/lib/connectors/record-kinds";
import { database } from "@/lib/db";

const input = z.object({ id: z.uuid(), typed: z.record(z.string().max(50), z.string().max(10_000)) });

/** The action behind the form of one kind. Answers how many fields have really changed. */
export function createEditAction(kind: ImportKind) {
  return plannerAction
    .metadata({ action: "record.edited" })
    .inputSchema(input)
    .action(async ({ parsedInput: { id, typed }, ctx: { session, audit } }) => {
      const { number, changes } = await editRecord(database(), { accountId: session.accountId, kind, id, typed, editedBy: session.name });
      if (changes.length > 0) await audit(number, Object.fromEntries(changes.map(({ field, before, after }) => [field, { before, after }])));
      return { changed: changes.length };
    });
}
