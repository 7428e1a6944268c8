#!/usr/bin/env node
// Measures imports on this machine: npm run bench. BENCH_RELATIONS=10000 measures that size only.
// npm run bench -- easybill: imports and exports within the budget of EasyBill's plans.
import { prepare } from "./launch/prepare.mjs";

await prepare();
if (process.argv[2] === "easybill") {
  process.env.LOG_LEVEL ??= "silent";
  const { benchEasybill } = await import("./bench/easybill/print.ts");
  process.exitCode = await benchEasybill();
} else {
  const { bench } = await import("./bench/bench.ts");
  process.exitCode = await bench();
}
