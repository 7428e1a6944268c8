import { readFileSync } from "node:fs";
import type { Exchange } from "../http/exchange";

const scriptNames = ["page", "api", "elements", "sections", "records", "switches", "activity", "orders", "amounts"];

/** Path → file and content type. */
const files = new Map([
  ["/", { name: "index.html", contentType: "text/html; charset=utf-8" }],
  ["/page.css", { name: "page.css", contentType: "text/css; charset=utf-8" }],
  ...scriptNames.map((name) => [`/${name}.js`, { name: `${name}.js`, contentType: "text/javascript; charset=utf-8" }] as const),
]);

/** Nothing is loaded from elsewhere, and nobody may frame the page. */
const headers = {
  "Content-Security-Policy": "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'",
  "X-Content-Type-Options": "nosniff",
  "Cache-Control": "no-store",
};

/** Sends a file of the page; false when there is none at this path. */
export function sendPage(exchange: Exchange, pathname: string): boolean {
  const file = files.get(pathname);
  if (file === undefined) return false;
  exchange.send(200, file.contentType, readFileSync(new URL(file.name, import.meta.url), "utf8"), headers);
  return true;
}
