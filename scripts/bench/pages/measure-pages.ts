import type { Scale } from "./weigh-scripts";

/** Milliseconds from the request to the end of the answer, and what its script weighs beyond an empty page (bytes, gzip). */
export type PageMeasurement = { address: string; status: number; median: number; script: number };

type Visit = { address: string; cookie: string };

/** Asked so often before it counts, and so often for the median. */
const WARM = 2;
const ROUNDS = 9;

/** Measures pages one after the other, as somebody who is signed in. */
export async function* measurePages(base: string, { addresses, cookie, weigh }: { addresses: readonly string[]; cookie: string; weigh: Scale }): AsyncGenerator<PageMeasurement> {
  for (const address of addresses) {
    const visit = { address: `${base}${address}`, cookie };
    for (let round = 0; round < WARM; round += 1) await ask(visit);
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) times.push((await ask(visit)).time);
    const { status } = await ask(visit);
    yield { address, status, median: times.toSorted((one, other) => one - other)[Math.floor(ROUNDS / 2)] ?? 0, script: await weigh(visit.address) };
  }
}

async function ask({ address, cookie }: Visit): Promise<{ time: number; status: number }> {
  const begin = performance.now();
  const answer = await fetch(address, { headers: { cookie }, redirect: "manual" });
  await answer.arrayBuffer();
  return { time: performance.now() - begin, status: answer.status };
}
