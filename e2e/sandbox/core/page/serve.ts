import { readFileSync } from "node:fs";
import type { Route } from "../http/server";

/** What the pages of all sandboxes share: it stands beside this file, and for a browser under `/core/page/`. Imports (`../../core/page/api.js`) fit both. */
const sharedFiles = ["page.css", "api.js", "elements.js"];

/** Nothing is loaded from elsewhere, and nobody may frame the page. */
const headers = {
  "Content-Security-Policy": "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'",
  "X-Content-Type-Options": "nosniff",
  "Cache-Control": "no-store",
};

function contentTypeOf(name: string): string {
  if (name.endsWith(".html")) return "text/html; charset=utf-8";
  return name.endsWith(".css") ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8";
}

/**
 * The page of one sandbox: `index.html` and its scripts in `folder`, and what all pages share.
 */
export function servePage(folder: URL, scriptNames: readonly string[]): Route {
  const own = scriptNames.map((name) => `${name}.js`);
  const files = new Map([
    ["/", new URL("index.html", folder)],
    ...own.map((name) => [`/${name}`, new URL(name, folder)] as const),
    ...sharedFiles.map((name) => [`/core/page/${name}`, new URL(name, import.meta.url)] as const),
  ]);
  return (exchange, { pathname }) => {
    const file = exchange.request.method === "GET" ? files.get(pathname) : undefined;
    if (file === undefined) return false;
    exchange.send(200, contentTypeOf(file.pathname), readFileSync(file, "utf8"), headers);
    return true;
  };
}
