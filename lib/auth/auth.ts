import NextAuth, { CredentialsSignin, type NextAuthConfig } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { z } from "zod";
import { checkSignIn } from "@/lib/auth/check-sign-in";
import { clientAddress } from "@/lib/auth/client-address";
import { sessionCookie, sessionSeconds } from "@/lib/auth/session-cookie";
import { database } from "@/lib/db";
import { env } from "@/lib/env";
import { logger } from "@/lib/logger";

declare module "next-auth" {
  interface User {
    /** Sessions of an older version have ended. */
    sessionVersion?: number;
  }
}

/** A try that was not accepted; `retryAt` when it was not even looked at. */
export class SignInRefused extends CredentialsSignin {
  constructor(readonly retryAt: Date | null) {
    super();
  }
}

const credentials = z.object({ email: z.string().max(254), password: z.string().max(1_000) });
const renewal = z.object({ user: z.object({ sessionVersion: z.number().int() }) });

const provider = Credentials({
  credentials: { email: {}, password: {} },
  authorize: async (entered, request) => {
    const parsed = credentials.safeParse(entered);
    if (!parsed.success) throw new SignInRefused(null);
    const address = clientAddress(request.headers);
    const result = await checkSignIn(database(), { ...parsed.data, address, secret: env().AUTH_SECRET, now: new Date() });
    if (result.outcome === "throttled") throw new SignInRefused(result.retryAt);
    if (result.outcome === "refused") throw new SignInRefused(null);
    return { id: result.userId, sessionVersion: result.sessionVersion };
  },
});

/**
 * Sessions are encrypted cookies that name a person and a version; everything else about the person is read from the
 * database at every request (`session.ts`). Signing in and out are server actions, so next-auth's own HTTP routes, which
 * would be further doors, are not mounted at all.
 */
function config(): NextAuthConfig {
  const { name, options } = sessionCookie();
  return {
    secret: env().AUTH_SECRET,
    trustHost: true,
    useSecureCookies: options.secure,
    cookies: { sessionToken: { name, options } },
    session: { strategy: "jwt", maxAge: sessionSeconds },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: [provider],
    callbacks: {
      jwt: ({ token, user, trigger, session }) => {
        if (user) return { sub: user.id, version: user.sessionVersion };
        const renewed = trigger === "update" ? renewal.safeParse(session) : null;
        return renewed?.success ? { ...token, version: renewed.data.user.sessionVersion } : token;
      },
    },
    logger: {
      error: (error) => {
        if (!(error instanceof CredentialsSignin)) logger.error({ err: error }, "signing in failed");
      },
      warn: (code) => logger.warn({ code }, "next-auth warns"),
      debug: () => undefined,
    },
  };
}

const nextAuth = NextAuth(config);

export const { signIn, signOut } = nextAuth;

/** Lets the session of this request go on after its person has got a new version: a new cookie for this browser alone. */
export async function renewSession(sessionVersion: number): Promise<void> {
  await nextAuth.unstable_update({ user: { sessionVersion } });
}
