/** The session cookie's name over http, and over https. */
export const sessionCookieNames = { plain: "outsmart-session", secure: "__Host-outsmart-session" } as const;
