import { readFileSync } from "node:fs";
import type { Route } from "../http/server";

/** What the pages of all sandboxes share: it stands beside this file, and for a browser under `/core/page/`. Imports (`../../core/page/api.js`) fit both. */
const sharedFiles = ["page.css", "api.js", "elements.js", "form.js", "frame.js", "activity.js", "paging.js", "switches.js"];

/** Nothing is loaded from elsewhere, and nobody may frame the page. */
const headers = {
  "Content-Security-Policy": "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'",
  "X-Content-Type-Options": "nosniff",
  "Cache-Control": "no-store",
};

/** What is a vendor's own in the frame of its page; none of it comes from outside. */
export interface Frame {
  readonly vendor: string;
  /** The vendor's own address. */
  readonly site: string;
  /** What the data belong to: an administration, a company. */
  readonly owner: string;
  /** The login to try things with; what can change is filled in by the page. */
  readonly login: Readonly<Record<string, string>>;
}

function writeFrame({ vendor, site, owner, login }: Frame): string {
  const facts = Object.entries(login).map(([title, value]) => `<dt>${title}</dt><dd>${value}</dd>`);
  const filled = { vendor, mark: vendor.slice(0, 1), site, owner, login: facts.join("") };
  const frame = readFileSync(new URL("index.html", import.meta.url), "utf8");
  return Object.entries(filled).reduce((html, [name, value]) => html.replaceAll(`{{${name}}}`, value), frame);
}

/** The page of one sandbox: the frame, its own scripts in `folder`, and what all pages share. */
export function servePage(frame: Frame, folder: URL, scriptNames: readonly string[]): Route {
  const html = writeFrame(frame);
  const files = new Map<string, URL>();
  for (const name of scriptNames) files.set(`/${name}.js`, new URL(`${name}.js`, folder));
  for (const name of sharedFiles) files.set(`/core/page/${name}`, new URL(name, import.meta.url));
  return (exchange, { pathname }) => {
    if (exchange.request.method !== "GET") return false;
    const file = files.get(pathname);
    if (pathname === "/") exchange.send(200, "text/html; charset=utf-8", html, headers);
    else if (file !== undefined) exchange.send(200, `text/${pathname.endsWith(".css") ? "css" : "javascript"}; charset=utf-8`, readFileSync(file, "utf8"), headers);
    return pathname === "/" || file !== undefined;
  };
}
