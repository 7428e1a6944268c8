import { createActions } from "@/lib/actions/create-actions";
import { createRateLimit } from "@/lib/actions/rate-limit";
import { readSession } from "@/lib/auth/session";
import { database } from "@/lib/db";

/**
 * Every server action of somebody signed in is made from one of these:
 * `administratorAction.metadata({ action: "licence.ordered" }).inputSchema(schema).action(async ({ parsedInput, ctx }) => …)`.
 * `ctx.session` is who asks; `ctx.audit(subject, detail)` writes to the audit trail under the action's name.
 */
export const { viewerAction, plannerAction, administratorAction } = createActions({ readSession, database, rateLimit: createRateLimit() });
