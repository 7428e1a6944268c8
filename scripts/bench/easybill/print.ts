import joinTestServer from "@/e2e/support/global-setup";
import { generateClient } from "../../start/generate-client";
import type { Size } from "./measure";

/** Only so fast that a window is still long beside what the machine needs in it: otherwise requests would fit that do not. */
const speed = 3;
const sizes: readonly Size[] = [
  { plan: "business", customers: 20_000, positions: 5_000, speed },
  { plan: "plus", customers: 20_000, positions: 5_000, speed },
];

/** Measures what the budget of each plan of EasyBill allows. Out: the exit code; 1 when something was slower than promised. */
export async function benchEasybill(): Promise<number> {
  await generateClient(process.env);
  const { measureEasybill } = await import("./measure");
  const leave = await joinTestServer();
  let hasHeld = true;
  try {
    for (const size of sizes) {
      const { limit, requests, rateLimited, seconds, waited, processor, unchangedWrites, exports } = await measureEasybill(size);
      const allowed = (1.05 * requests * 60) / limit;
      const isOneSlot = Math.max(exports.longestStart, exports.longestPerRequest) <= exports.slot * 1.05;
      const holds = seconds <= allowed && rateLimited === 0 && unchangedWrites === 0 && isOneSlot;
      hasHeld &&= holds;
      const second = (value: number) => `${value.toFixed(1)} s`;
      process.stdout.write(
        `${size.plan}: ${size.customers} customers, ${size.positions} positions, ${limit} requests a minute\n` +
          `  first import ${second(seconds)} (${requests} requests, waited ${second(waited)}, processor ${second(processor)}), allowed ${second(allowed)}; ${rateLimited} times 429; unchanged: ${unchangedWrites} rows written\n` +
          `  beside an import ${exports.count} exports began after ${second(exports.longestStart)} at most; a slot is ${second(exports.slot)}${holds ? "" : "  MISSED"}\n` +
          `  a whole export waited ${second(exports.longestExport)} at most, ${second(exports.longestPerRequest)} for each of its requests\n`,
      );
    }
  } finally {
    await leave();
  }
  return hasHeld ? 0 : 1;
}
