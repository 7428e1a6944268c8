import type { Route } from "next";

/** Where somebody lands without a wish of their own. */
const startPath: Route = "/dashboard";

const nowhere = "http://nowhere.invalid";

/**
 * A path of this application out of what an address bar says, for the way back after signing in. Whatever leads to another
 * site (`//evil.example`, `/\evil.example`, `https:…`, control characters that browsers drop) becomes the start page.
 */
export function safePath(wanted: unknown): Route {
  if (typeof wanted !== "string" || !wanted.startsWith("/") || wanted.length > 2_000) return startPath;
  if (/[\\\u0000-\u001f\u007f]/.test(wanted)) return startPath;
  if (!URL.canParse(wanted, nowhere)) return startPath;
  const parsed = new URL(wanted, nowhere);
  if (parsed.origin !== nowhere || parsed.username || parsed.password) return startPath;
  if (parsed.pathname.startsWith("//")) return startPath;
  // What the compiler knows as Route is a path of ours, which this one is now; that there is a page is for the router to say.
  return (parsed.pathname + parsed.search + parsed.hash) as Route;
}
