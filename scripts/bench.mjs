#!/usr/bin/env node
// Measures imports on this machine: npm run bench. BENCH_RELATIONS=10000 measures that size only.
import { prepare } from "./launch/prepare.mjs";

await prepare();
const { bench } = await import("./bench/bench.ts");
process.exitCode = await bench();
