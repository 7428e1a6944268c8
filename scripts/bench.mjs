#!/usr/bin/env node
// Measures imports on this machine: npm run bench. BENCH_RELATIONS=10000 measures that size only.
// npm run bench -- easybill: imports and exports within the budget of EasyBill's plans.
// npm run bench -- log: the first page of a log of a million entries, by each filter and by searches. BENCH_ENTRIES=100000 fills it with so many.
// npm run bench:pages: every page of an account with a year of data. BENCH_SHARE=0.01 fills in a hundredth of it.

import { prepare } from "./launch/prepare.mjs";

await prepare();
if (process.argv[2] === "easybill") {
  process.env.LOG_LEVEL ??= "silent";
  const { benchEasybill } = await import("./bench/easybill/print.ts");
  process.exitCode = await benchEasybill();
} else if (process.argv[2] === "log") {
  process.env.LOG_LEVEL ??= "silent";
  const { benchLog } = await import("./bench/log/print.ts");
  process.exitCode = await benchLog();
} else if (process.argv[2] === "pages") {
  const { benchPages } = await import("./bench/pages/print.ts");
  process.exitCode = await benchPages();
} else {
  const { bench } = await import("./bench/bench.ts");
  process.exitCode = await bench();
}
