import { gzipSync } from "node:zlib";

/** Milliseconds from the request to the end of the answer, and what its script weighs beyond an empty page (bytes, gzip). */
export type PageMeasurement = { address: string; status: number; median: number; script: number };

type Visit = { address: string; cookie: string };

/** Asked so often before it counts, and so often for the median. */
const WARM = 2;
const ROUNDS = 9;

const chunk = /\/_next\/(static\/[^"'\\ ]+?\.js)/g;

/**
 * Measures pages one after the other, as somebody who is signed in. `empty`: the script that a page without anything loads, as the build names it.
 * What a page fetches later, by itself or when somebody opens something, is not counted.
 */
export async function* measurePages(base: string, { addresses, cookie, empty }: { addresses: readonly string[]; cookie: string; empty: ReadonlySet<string> }): AsyncGenerator<PageMeasurement> {
  const weights = new Map<string, Promise<number>>();
  const weigh = (file: string) => {
    const known = weights.get(file) ?? weighScript(`${base}/_next/${file}`);
    weights.set(file, known);
    return known;
  };
  for (const address of addresses) {
    const visit = { address: `${base}${address}`, cookie };
    for (let round = 0; round < WARM; round += 1) await ask(visit);
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) times.push((await ask(visit)).time);
    const { status, text } = await ask(visit);
    const files = new Set([...text.matchAll(chunk)].flatMap(([, file]) => (file && !empty.has(file) ? [file] : [])));
    const scripts = await Promise.all([...files].map(weigh));
    yield { address, status, median: times.toSorted((one, other) => one - other)[Math.floor(ROUNDS / 2)] ?? 0, script: scripts.reduce((sum, size) => sum + size, 0) };
  }
}

async function ask({ address, cookie }: Visit): Promise<{ time: number; status: number; text: string }> {
  const begin = performance.now();
  const answer = await fetch(address, { headers: { cookie }, redirect: "manual" });
  const text = await answer.text();
  return { time: performance.now() - begin, status: answer.status, text };
}

async function weighScript(address: string): Promise<number> {
  const answer = await fetch(address);
  return answer.ok ? gzipSync(Buffer.from(await answer.arrayBuffer())).length : 0;
}
