import { NextResponse, type NextRequest } from "next/server";
import { requestedPathHeader } from "@/lib/auth/requested-path";
import { sessionCookieNames } from "@/lib/auth/session-cookie-names";
import { trustSocketAddresses } from "@/lib/auth/socket-address";
import { env } from "@/lib/env";

/** Pages for people who are not signed in. */
const openPages = ["/sign-in", "/welcome/"];

/**
 * Sends people without a session cookie to the sign-in page, before anything is rendered, and tells pages their own
 * address. Whether a session is good, and for what, is decided by each page, action and route itself.
 */
export function proxy(request: NextRequest): NextResponse {
  trustSocketAddresses(env().APP_URL);
  const { pathname, search } = request.nextUrl;
  const path = pathname + search;
  const hasCookie = Object.values(sessionCookieNames).some((name) => request.cookies.getAll().some((cookie) => cookie.name.startsWith(name)));
  if (!hasCookie && !openPages.some((page) => pathname.startsWith(page))) {
    // Next sends the path alone: behind a proxy this server does not know the address people use.
    return NextResponse.redirect(new URL(`/sign-in?from=${encodeURIComponent(path)}`, request.url));
  }
  const headers = new Headers(request.headers);
  headers.set(requestedPathHeader, path);
  return NextResponse.next({ request: { headers } });
}

/** Not for routes (they answer 401 themselves), Next's own files, and files with an extension. */
export const config = { matcher: ["/((?!api/|_next/|.*\\.[a-z0-9]+$).*)"] };
