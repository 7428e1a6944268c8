#!/usr/bin/env node
import { prepare } from "./launch/prepare.mjs";

await prepare();
const { main } = await import("./test/main.ts");
process.exit(await main({ options: process.argv.slice(2), environment: process.env }));
