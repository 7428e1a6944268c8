#!/usr/bin/env node
import { prepare } from "./launch/prepare.mjs";

await prepare();
const { main } = await import("./start/main.ts");
await main({ mode: process.argv.includes("--dev") ? "development" : "production", environment: process.env });
