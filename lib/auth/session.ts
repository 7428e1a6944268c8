import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { roleReaches, type Role } from "@/lib/auth/roles";
import { requestedPathHeader } from "@/lib/auth/requested-path";
import { readSessionClaim } from "@/lib/auth/session-cookie";
import { sessionOf, type Session } from "@/lib/auth/session-of";
import { database } from "@/lib/db";
import { AppError } from "@/lib/errors";

export type { Session };

/** Who is asking, or null. Read from the database once per request, never from the cookie alone. */
export const readSession = cache(async (): Promise<Session | null> => {
  // Not from the request's headers: an action that renews the session renders the page again, and only these cookies know.
  const claim = await readSessionClaim((await cookies()).toString());
  return claim ? sessionOf(database(), claim) : null;
});

/** Whether the browser still carries a session that holds no longer: the password, the role or the access was changed meanwhile. */
export async function hasEndedSession(): Promise<boolean> {
  return (await readSessionClaim((await cookies()).toString())) !== null && (await readSession()) === null;
}

/**
 * For pages: the session of somebody with at least this role. Signed out: leads to the sign-in page and back here
 * afterwards. Not enough rights: leads to the page that says so.
 */
export async function requireSession(minimum: Role = "viewer"): Promise<Session> {
  const session = await readSession();
  if (!session) {
    const path = (await headers()).get(requestedPathHeader) ?? "/";
    redirect(`/sign-in?from=${encodeURIComponent(path)}`);
  }
  if (!roleReaches(session.role, minimum)) redirect("/no-access");
  return session;
}

/** @throws AppError signed_out without a session, forbidden when its role is too low. */
export function admit(session: Session | null, minimum: Role): Session {
  if (!session) throw new AppError("signed_out", { kind: "config" });
  if (!roleReaches(session.role, minimum)) throw new AppError("forbidden", { kind: "config" });
  return session;
}
