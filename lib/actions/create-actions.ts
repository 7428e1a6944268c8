import { createSafeActionClient } from "next-safe-action";
import { z } from "zod";
import { toPublicError } from "@/lib/actions/public-error";
import type { RateLimit } from "@/lib/actions/rate-limit";
import { recordAudit, type AuditDetail } from "@/lib/audit/record-audit";
import { admit } from "@/lib/auth/session";
import type { Session } from "@/lib/auth/session-of";
import type { Role } from "@/lib/auth/roles";
import type { Database } from "@/lib/db";

export type ActionSurroundings = { readSession: () => Promise<Session | null>; database: () => Database; rateLimit: RateLimit };

/** `noun.verb-of-the-past`, as it stands in the audit trail. */
const metadata = z.object({ action: z.string().regex(/^[a-z-]+\.[a-z-]+$/) });

/**
 * The three kinds of action there are, one for each role. Each checks session, role and rate before it looks at the input,
 * and maps what is thrown to a {@link PublicError}. There is no client without a role to build an action from.
 */
export function createActions({ readSession, database, rateLimit }: ActionSurroundings) {
  const base = createSafeActionClient({
    defineMetadataSchema: () => metadata,
    handleServerError: (error, utils) => toPublicError(error, utils.metadata.action),
  });
  const forRole = (minimum: Role) =>
    base.use(async ({ next, metadata: { action } }) => {
      const session = admit(await readSession(), minimum);
      rateLimit(session.userId, Date.now());
      const audit = (subject: string, detail: AuditDetail = {}) =>
        recordAudit(database(), { accountId: session.accountId, userId: session.userId, userName: session.name, action, subject, detail });
      return next({ ctx: { session, audit } });
    });
  return { viewerAction: forRole("viewer"), plannerAction: forRole("planner"), administratorAction: forRole("administrator") };
}
