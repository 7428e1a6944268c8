import { gzipSync } from "node:zlib";
import type { BrowserContext } from "@playwright/test";

/** What `makeScale` gives: bytes (gzip) of all that an address fetches as script. */
export type Scale = (address: string) => Promise<number>;

const script = /\/_next\/(?<file>static\/.+\.js)$/;

/**
 * Weighs what pages fetch as script before anybody does anything, whoever asks for it, in the browser. `empty`: the script that a page without
 * anything loads, as the build names it, which does not count.
 */
export function makeScale(context: BrowserContext, empty: ReadonlySet<string>): Scale {
  const weights = new Map<string, Promise<number>>();
  const weigh = (url: string) => {
    const weight = weights.get(url) ?? weighScript(url);
    weights.set(url, weight);
    return weight;
  };
  return async (address) => {
    const fetched = await listScripts(context, address);
    const counted = fetched.filter((url) => !empty.has(script.exec(url)?.groups?.["file"] ?? ""));
    return (await Promise.all(counted.map(weigh))).reduce((sum, size) => sum + size, 0);
  };
}

async function listScripts(context: BrowserContext, address: string): Promise<string[]> {
  const page = await context.newPage();
  const urls = new Set<string>();
  page.on("request", (request) => {
    if (script.test(request.url())) urls.add(request.url());
  });
  try {
    await page.goto(address, { waitUntil: "networkidle" });
    return [...urls];
  } finally {
    await page.close();
  }
}

async function weighScript(url: string): Promise<number> {
  const answer = await fetch(url);
  return answer.ok ? gzipSync(Buffer.from(await answer.arrayBuffer())).length : 0;
}
